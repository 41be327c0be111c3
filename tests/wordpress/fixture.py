"""pytest's fixtures: one WordPress a session, skipped where its packages are missing, and POSTS published in it."""

import functools
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest

from tests.wordpress.database import SBIN
from tests.wordpress.posts import POSTS
from tests.wordpress.server import PACKAGED, Published, WordPress


@functools.cache
def _extensions() -> list[str]:
    php = shutil.which("php")
    return subprocess.run([php, "-m"], capture_output=True, text=True, timeout=30).stdout.split() if php else []


PACKAGES: dict[str, Callable[[], object]] = {
    "mariadb-server": lambda: shutil.which("mariadbd", path=SBIN),
    "php-cli": lambda: shutil.which("php"),
    "php-mbstring": lambda: "mbstring" in _extensions(),
    "php-mysql": lambda: "mysqli" in _extensions(),
    "php-xml": lambda: "SimpleXML" in _extensions(),
    "wordpress": lambda: (PACKAGED / "wp-load.php").exists(),
    "wordpress-l10n": lambda: (PACKAGED / "wp-content/languages/id_ID.mo").exists(),
    "wordpress-theme-twentytwentyone": lambda: (PACKAGED / "wp-content/themes/twentytwentyone").exists(),
    "wordpress-theme-twentytwentythree": lambda: (PACKAGED / "wp-content/themes/twentytwentythree").exists(),
}


def missing() -> list[str]:
    """The Debian packages that are not installed here."""
    return [package for package, present in PACKAGES.items() if not present()]


def require_packages() -> None:
    """Skips the test where packages are missing; fails it where KALBARCRAWL_REQUIRE_INTEGRATION=1 forbids that."""
    if not (absent := missing()):
        return
    reason = f"a real WordPress needs the Debian packages {', '.join(absent)}: run .ci/install-wordpress"
    if os.environ.get("KALBARCRAWL_REQUIRE_INTEGRATION") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def wordpress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    """A running WordPress, shared by all tests: clear() it before use, or ask for `published`."""
    require_packages()
    with WordPress(tmp_path_factory.mktemp("wordpress") / "wordpress") as wp:
        yield wp


@pytest.fixture
def published(wordpress: WordPress) -> dict[str, Published]:
    """POSTS, freshly published in an otherwise empty WordPress, by slug; the access log is empty."""
    wordpress.clear()
    answers = wordpress.publish(POSTS)
    wordpress.forget_requests()
    return {post.slug: answer for post, answer in zip(POSTS, answers, strict=True)}
