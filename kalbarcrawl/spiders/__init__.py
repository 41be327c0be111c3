"""The one spider, under every publisher's name."""
