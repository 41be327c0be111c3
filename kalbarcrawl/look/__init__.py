"""How the project's own web pages look: one style sheet, one frame, and how numbers and dates are written."""

from kalbarcrawl.look.writing import environment, style

__all__ = ["environment", "style"]
