"""How each newsroom is, against its own past: fine, no news, slow, down, blocked or broken, since when and why."""

from kalbarcrawl.health.state import NEEDS_A_LOOK, STATES, Health, State
from kalbarcrawl.health.verdict import health_of, healths

__all__ = ["NEEDS_A_LOOK", "STATES", "Health", "State", "health_of", "healths"]
