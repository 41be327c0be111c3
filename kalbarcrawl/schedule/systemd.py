"""A systemd service and the timer that starts it."""

from __future__ import annotations

from kalbarcrawl.schedule.installation import SECRET, Installation

SERVICE = """\
# kalbarcrawl.service, for /etc/systemd/system/. What may hold a password goes into {secrets}
# (owner root, mode 600), a line each such as {secret}='...': {names}.
# Switch it on:   systemctl daemon-reload && systemctl enable --now kalbarcrawl.timer
# Watch it:       systemctl list-timers kalbarcrawl.timer; journalctl -u kalbarcrawl.service
[Unit]
Description=kalbarcrawl: crawl the newsrooms whose time has come
Documentation=man:systemd.timer(5)
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User={user}
WorkingDirectory={folder}
{environment}
EnvironmentFile=-{secrets_path}
ExecStart={crawl}
# 1 says that a newsroom needs a look: the alert tells of it, the crawl itself went well.
SuccessExitStatus=1
# However it ended.
ExecStopPost={alert}
# It ends by itself at its deadline; one that does not gets SIGTERM, which keeps all that was fetched.
TimeoutStartSec={timeout}s
TimeoutStopSec=60s
Nice=10
NoNewPrivileges=yes
"""
TIMER = """\
# kalbarcrawl.timer, for /etc/systemd/system/, beside kalbarcrawl.service.
[Unit]
Description=kalbarcrawl, every {minutes} minutes

[Timer]
# While one is at work none is started; after a pause (the machine was off) one is started at once.
OnCalendar={calendar}
Persistent=true
RandomizedDelaySec=30s

[Install]
WantedBy=timers.target
"""
PLAIN = frozenset("/._-=:%+,@$")
"""What needs no quotes beside letters and digits."""
SPARE = 600
"""Seconds after the deadline until a crawl that has not ended is ended."""


def units(installation: Installation) -> dict[str, str]:
    """The two units by file name. Raises ValueError where systemd would not start the program."""
    one = installation
    if {'"', "'"}.intersection(one.program[0]):
        raise ValueError(f"systemd starts no program with quotes in its path: {one.program[0]}")
    service = SERVICE.format(
        secrets=one.secrets,
        secret=SECRET[0],
        names=", ".join(SECRET),
        user=_percents(one.user),
        folder=_percents(str(one.folder)),
        environment="\n".join(f"Environment={_quoted(f'{name}={value}')}" for name, value in one.variables.items()),
        secrets_path=_percents(str(one.secrets)),
        crawl=_command(one.crawl),
        alert=_command(one.alert),
        timeout=int(one.deadline.total_seconds()) + SPARE,
    )
    timer = TIMER.format(minutes=one.minutes, calendar=f"*:0/{one.minutes}")
    return {"kalbarcrawl.service": service, "kalbarcrawl.timer": timer}


def _command(words: tuple[str, ...]) -> str:
    """A command line: "$" stands for a variable in every word but the first, "%" for a specifier in all."""
    program, *arguments = words
    return " ".join([_quoted(program), *(_quoted(word.replace("$", "$$")) for word in arguments)])


def _quoted(word: str) -> str:
    """A word in double quotes where it needs them."""
    escaped = _percents(word)
    if word and all(letter.isalnum() or letter in PLAIN for letter in word):
        return escaped
    return '"' + escaped.replace('"', '\\"') + '"'


def _percents(text: str) -> str:
    """A text in which systemd sees no specifier."""
    return text.replace("%", "%%")
