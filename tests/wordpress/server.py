"""WordPress itself: Debian's package behind PHP's built-in server, with its own database and an access log.

The site is Indonesian (locale id_ID from Debian's wordpress-l10n, time zone Asia/Pontianak, dates as `j F Y`) with
date permalinks. The themes' own few words stay English ("Published", "By"): Debian translates the core only. It has
no SEO plugin either, so pages carry no JSON-LD or OpenGraph, like those of many small newsrooms.
"""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.request import urlopen

from tests.wordpress.child import Child
from tests.wordpress.database import Database, program
from tests.wordpress.markup import content
from tests.wordpress.post import Post

PACKAGED = Path("/usr/share/wordpress")
PHP = Path(__file__).parent / "php"


@dataclass(frozen=True)
class Published:
    """A post as WordPress took it in."""

    id: int
    url: str  # of a draft the preview's, /?p=ID
    status: str


@dataclass(frozen=True)
class Request:
    """One line of the server's access log; `path` has the query."""

    method: str
    path: str
    status: int
    if_none_match: str | None
    if_modified_since: str | None
    user_agent: str | None

    @property
    def conditional(self) -> bool:
        """Whether the client said what it has already."""
        return self.if_none_match is not None or self.if_modified_since is not None


class WordPress:
    """A newsroom's site under `url`, empty of posts until they are published; use as a context manager."""

    def __init__(self, folder: Path, theme: str = "twentytwentyone") -> None:
        """Makes `folder` its own; `theme` also twentytwentythree, made of blocks."""
        self.folder = folder.resolve()
        self.theme = theme
        self.url = ""
        self._site = self.folder / "site"
        self._log = self.folder / "access.jsonl"
        self._database: Database | None = None
        self._server: Child | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pids(self) -> list[int]:
        """The ids of what is running."""
        return [process.pid for process in (self._database, self._server) if process is not None]

    def start(self) -> None:
        """Brings up database, site and server, some 2 s; raises with the tail of the log of what does not come up."""
        try:
            self._database = Database(self.folder / "database")
            port = _free_port()
            self.url = f"http://127.0.0.1:{port}"
            self._copy_site()
            self._php("install.php", self.theme)
            self._serve(port)
        except BaseException:
            self.stop()
            raise
        self.forget_requests()

    def stop(self) -> None:
        """Ends both processes; the folder stays, with logs, for whoever wants to look."""
        for process in (self._server, self._database):
            if process is not None:
                process.stop()
        self._server = self._database = None

    def publish(self, posts: Iterable[Post]) -> list[Published]:
        """Inserts posts through WordPress in the order given."""
        return [Published(**row) for row in self._command("publish", posts=[_as_sent(post) for post in posts])]

    def edit(
        self,
        post_id: int,
        *,
        title: str | None = None,
        content: str | None = None,
        status: str | None = None,
    ) -> Published:
        """Changes a post as its author would: WordPress sets the time of modification."""
        fields = {"post_title": title, "post_content": content, "post_status": status}
        given = {name: value for name, value in fields.items() if value is not None}
        return Published(**self._command("edit", id=post_id, fields=given))

    def delete(self, post_id: int) -> None:
        """Removes a post for good, past the bin."""
        self._command("delete", id=post_id)

    def clear(self) -> None:
        """Removes every post and comment and opens REST again: an empty newsroom for the next test."""
        self._command("clear")
        self.open_rest()

    def close_rest(self) -> None:
        """From now on REST answers 401, as with the plugins that close it."""
        (self._site / "wp-content" / "rest-is-closed").touch()

    def open_rest(self) -> None:
        """REST answers again."""
        (self._site / "wp-content" / "rest-is-closed").unlink(missing_ok=True)

    def requests(self) -> list[Request]:
        """The access log since the start or the last forget_requests(), oldest first."""
        return [Request(**json.loads(line)) for line in self._log.read_text().splitlines()]

    def forget_requests(self) -> None:
        """Empties the access log."""
        self._log.write_text("")

    def _copy_site(self) -> None:
        # A copy, since Debian's own wp-config.php reads /etc and keeps uploads in /var.
        shutil.copytree(PACKAGED, self._site, ignore=shutil.ignore_patterns(".htaccess", "akismet"))
        plugins = self._site / "wp-content" / "mu-plugins"
        plugins.mkdir()
        shutil.copy(PHP / "quiet.php", plugins)
        assert self._database is not None
        (self._site / "wp-config.php").write_text(_config(self.url, self._database.socket))

    def _serve(self, port: int) -> None:
        self._server = Child(
            # One process, no workers: those outlive a master that is killed. It answers one request at a time.
            [program("php"), "-S", f"127.0.0.1:{port}", "-t", str(self._site), str(PHP / "router.php")],
            self.folder / "php.log",
            env={"WORDPRESS_ACCESS_LOG": str(self._log), "PHP_CLI_SERVER_WORKERS": ""},
        )
        self._server.wait_until(self._answers, seconds=30)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/feed/", timeout=20) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    def _command(self, name: str, **arguments: Any) -> Any:
        return json.loads(self._php("commands.php", given=json.dumps({"do": name, **arguments})))

    def _php(self, script: str, *arguments: str, given: str = "") -> str:
        done = subprocess.run(
            [program("php"), str(PHP / script), str(self._site), *arguments],
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
        )
        if done.returncode != 0:
            raise RuntimeError(f"php {script} failed ({done.returncode})\n{(done.stdout + done.stderr)[-3000:]}")
        return done.stdout


def _as_sent(post: Post) -> dict[str, Any]:
    return {
        "author": post.author,
        "comments": post.comments,
        "content": content(post),
        "date": f"{post.published:%Y-%m-%d %H:%M:%S}",
        "password": post.password,
        "section": post.section,
        "slug": post.slug,
        "status": post.status,
        "sticky": post.sticky,
        "tags": post.tags,
        "title": post.title,
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _config(url: str, database_socket: str) -> str:
    return f"""<?php
define('WP_HOME', '{url}');
define('WP_SITEURL', '{url}');
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{database_socket}');
define('DB_CHARSET', 'utf8mb4');
define('DISABLE_WP_CRON', true); // cron calls its own site over HTTP, which would stand in the access log
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
