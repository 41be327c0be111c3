"""Pure string rules: what in an article's text is not the article."""

from kalbarcrawl.text.boilerplate import Cleaned, clean
from kalbarcrawl.text.byline import Byline, people
from kalbarcrawl.text.dateline import Dateline
from kalbarcrawl.text.whitespace import fold, sameness, without_controls

__all__ = ["Byline", "Cleaned", "Dateline", "clean", "fold", "people", "sameness", "without_controls"]
