"""Pure string rules: what in an article's text is not the article."""
