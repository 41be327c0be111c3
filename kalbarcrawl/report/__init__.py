"""A report on every newsroom as a folder of web pages: how each is, what it gave, what was taken off its articles."""
