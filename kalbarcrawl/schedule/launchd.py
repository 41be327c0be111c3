"""A job for launchd, macOS's own scheduler."""

from __future__ import annotations

import plistlib

from kalbarcrawl.schedule.installation import SECRET, Installation

LABEL = "org.kalbarcrawl.crawl"
NOTE = """\
<!-- For ~/Library/LaunchAgents/{label}.plist. What may hold a password goes into
     {secrets} (mode 600), a line each such as {secret}='...': {names}.
     Switch it on:   launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/{label}.plist
     Switch it off:  launchctl bootout gui/$(id -u)/{label}
     While one is at work none is started; after sleep one is started at once.
     What the crawl says goes into {log}. -->
"""


def agent(installation: Installation) -> dict[str, str]:
    """The property list by file name."""
    job = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", installation.script],
        "WorkingDirectory": str(installation.folder),
        "StartInterval": installation.minutes * 60,
        "RunAtLoad": True,
        "ProcessType": "Background",
        # SIGTERM, then so many seconds until SIGKILL; it needs a few.
        "ExitTimeOut": 60,
    }
    files = {"secrets": installation.secrets, "log": installation.log}
    # No XML comment may hold two hyphens in a row.
    safe = {name: str(path).replace("--", "-&#45;") for name, path in files.items()}
    note = NOTE.format(label=LABEL, secret=SECRET[0], names=", ".join(SECRET), **safe)
    head, mark, rest = plistlib.dumps(job, sort_keys=False).decode().partition("<plist ")
    return {f"{LABEL}.plist": head + note + mark + rest}
