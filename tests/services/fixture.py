"""pytest's fixtures: one PostgreSQL and one Redis a session, skipped where their packages are missing."""

import importlib.util
import itertools
import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.services.postgresql import PostgreSQL, program
from tests.services.redis import Redis

NUMBERS = itertools.count(1)
NEEDED: dict[str, Callable[[], object]] = {
    "postgresql": lambda: program("postgres"),
    "redis-server": lambda: shutil.which("redis-server"),
    "dramatiq": lambda: importlib.util.find_spec("dramatiq"),
    "psycopg": lambda: importlib.util.find_spec("psycopg"),
}


def require(*names: str) -> None:
    """Skips the test where something is missing; fails it where KALBARCRAWL_REQUIRE_INTEGRATION=1 forbids that."""
    absent = [name for name in names if not NEEDED[name]()]
    if not absent:
        return
    reason = f"needs {', '.join(absent)}: run .ci/install-services and pip install 'kalbarcrawl[cluster]'"
    if os.environ.get("KALBARCRAWL_REQUIRE_INTEGRATION") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgreSQL]:
    """A running PostgreSQL, shared by all tests."""
    require("postgresql", "psycopg")
    server = PostgreSQL(tmp_path_factory.mktemp("postgresql") / "log")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """A running Redis, shared by all tests."""
    require("redis-server", "dramatiq")
    server = Redis(tmp_path_factory.mktemp("redis") / "log")
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty PostgreSQL database, or "" for the SQLite a data folder holds by itself."""
    if request.param == "sqlite":
        return ""
    return str(request.getfixturevalue("postgresql").database(f"store{next(NUMBERS)}"))
