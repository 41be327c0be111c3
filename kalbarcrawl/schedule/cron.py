"""A line for crontab."""

from __future__ import annotations

from kalbarcrawl.schedule.installation import SECRET, Installation

LONGEST = 998
"""Characters of a command that every cron takes."""
TEXT = """\
# For `crontab -e`. What may hold a password goes into {secrets} (mode 600), a line each such as
# {secret}='...': {names}. What the crawl says goes into {log}.
{minutes} * * * * {command}
"""


def crontab(installation: Installation) -> dict[str, str]:
    """The line, with comments, by a name for it. Raises ValueError where the paths make it longer than cron takes."""
    # A percent sign ends cron's command line, whatever quotes it stands in.
    command = installation.script.replace("%", "\\%")
    if len(command) > LONGEST:
        raise ValueError(f"the line for cron has {len(command)} characters, more than {LONGEST}: shorten the paths")
    text = TEXT.format(
        secrets=installation.secrets,
        secret=SECRET[0],
        names=", ".join(SECRET),
        log=installation.log,
        minutes=f"*/{installation.minutes}",
        command=command,
    )
    return {"crontab": text}
