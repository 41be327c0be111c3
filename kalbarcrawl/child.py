"""A kalbarcrawl command as the child of another process, which ends when that one does."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys

PARENT = "KALBARCRAWL_PARENT"
"""The variable that tells a child whose it is."""
DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG, of Linux's prctl."""


def start(*arguments: str, heard: bool = False) -> subprocess.Popen[bytes]:
    """Begin `kalbarcrawl ARGUMENTS`, its standard output thrown away; where `heard`, its standard error is a pipe."""
    command = [sys.executable, "-m", "kalbarcrawl", *arguments]
    environment = os.environ | {PARENT: str(os.getpid())}
    errors = subprocess.PIPE if heard else None
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)  # noqa: S603 - our own


def end_with_parent() -> None:
    """Stop this process as by hand once its parent is gone, where it was begun by `start`."""
    parent = os.environ.pop(PARENT, None)
    if parent is not None:
        end_with(int(parent))


def end_with(parent: int) -> None:
    """Have this process sent SIGTERM once its parent of that number is gone, at Linux' hands.

    Raises SystemExit where it is gone already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(DEATH_SIGNAL, signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit("its parent is gone")
