"""Markup: where a picture's words stand, on whatever system."""

CAPTIONS = "figcaption, .wp-caption-text, .photo-caption, .image-caption, .img-caption, .foto-caption, .tr-caption"
"""Where a picture's words stand."""
