"""Whole lines with which a page speaks for itself, not the story: "Advertisement", "Read more", "Sign up for ..."."""

from __future__ import annotations

import re

NOTICES = (
    r"advertise?ments?|\[?ad\]?|(?:article|story|content) continues? (?:below|after)\b.{0,40}",
    r"scroll (?:down )?to continue\b.{0,40}|skip .{0,60}|loading\W*|close|menu|search|play video|x|\d+:\d\d",
    r"(?:read|see|watch|view|learn|find out|show|load) (?:more|also|next|the full \w+|full \w+)\b\W*",
    r"more (?:from|on|about|in|stories|news)\b.{0,40}",
    r"(?:related|recommended|trending|most (?:read|popular)|popular|latest|editors?['’]? picks?|up next|don['’]t miss"
    r"|you (?:might|may) (?:also )?like)"
    r"(?: (?:stories|articles|news|content|video|links|for you|posts|reading|topics))*\W*",
    r"(?:sign|log) (?:up|in)\b.{0,60}|subscribe\b.{0,80}|newsletter\W*|share (?:this|on|via)?\b.{0,30}",
    r"follow (?:us|the|me)\b.{0,90}|comments?\W*|tags?\s*:.{0,200}",
    r"image (?:credit|source)s?\b.{0,60}|photo(?:graph)?s?(?: (?:by|credit))?\s*:.{0,60}",
    r"(?:have|got) a (?:news )?tip\?.{0,120}|want more .{3,40}\? .{0,160}",
    r"please (?:use|enable|update) .{0,60}(?:browser|javascript).{0,60}",
    r"get (?:all )?the (?:latest|best|day)\b.{0,120}(?:inbox|email|newsletter)\b.{0,30}",
)
_NOTICE = re.compile("|".join(NOTICES), re.IGNORECASE)


def is_notice(line: str) -> bool:
    """Whether a whole line is such a notice."""
    return _NOTICE.fullmatch(line) is not None
