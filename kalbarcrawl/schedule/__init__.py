"""The scheduled crawl: what other programs need to start it, and a scheduler of its own."""
