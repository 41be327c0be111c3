"""Whole lines with which an English page speaks for itself, beyond those that the text's own rules know."""

from __future__ import annotations

import re

NOTICES = (
    r"\[?ad\]?|(?:article|story|content) continues? (?:below|after)\b.{0,40}|scroll (?:down )?to continue\b.{0,40}",
    r"(?:read|see|watch|view|learn|find out|show|load) (?:more|next|the full \w+|full \w+)\b\W*|skip .{0,60}",
    r"more (?:from|on|about|in|stories|news)\b.{0,40}|most (?:read|popular)\b\W*|editors?['’]? picks?|up next",
    r"loading\W*|close|menu|search|play video|x|\d+:\d\d|subscribe (?:to|now)\b.{0,80}",
    r"image (?:credit|source)s?\b.{0,60}|(?:have|got) a (?:news )?tip\?.{0,120}|want more .{3,40}\? .{0,160}",
    r"please (?:use|enable|update) .{0,60}(?:browser|javascript).{0,60}",
)
_NOTICE = re.compile("|".join(NOTICES), re.IGNORECASE)


def is_notice(line: str) -> bool:
    """Whether a whole line is such a notice."""
    return _NOTICE.fullmatch(line) is not None
