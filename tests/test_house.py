"""The house: which room may import which, and what stays free of Scrapy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from kalbarcrawl.cli import COMMANDS
from kalbarcrawl.publishers import all_publishers

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kalbarcrawl"

ROOMS = (
    # The ground: plain values and pure text.
    "json_ld", "nesting", "dom", "furniture", "captions", "blocks", "addresses", "dates", "text", "language", "items",
    "schema", "page", "logs",
    # How pages and listings read.
    "rights", "rules", "sources", "archive", "capture", "publisher",
    # The two steps.
    "generic", "kinds", "extract", "refine", "parts", "explain",
    # The facts.
    "families", "publishers",
    # What a crawl remembers, and how it behaves.
    "rhythm", "store", "due", "health", "metrics", "alerts",
    "dataset", "outcomes", "owners", "politeness", "pipelines", "spiders", "settings",
    # The drivers.
    "child", "schedule", "jobs", "look", "browse", "report", "cli",
)  # fmt: skip
"""Every room of the package from the ground up: a room imports only from rooms before it."""

SCRAPY_ROOMS = {"politeness", "pipelines", "spiders", "settings"}
SCRAPY_COMMANDS = {"crawling.py"}


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or not path.stem.startswith("__")]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_its_place() -> None:
    assert {room_of(path) for path in modules()} == set(ROOMS)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_import_runs_back_up(path: Path) -> None:
    room = room_of(path)
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("kalbarcrawl.")} - {room, "__version__"}
    above = {other for other in rooms if ROOMS.index(other) > ROOMS.index(room)}
    assert not above, f"{room} imports {sorted(above)}, which stand above it"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_scrapy_stays_in_its_rooms(path: Path) -> None:
    if room_of(path) in SCRAPY_ROOMS or (room_of(path) == "cli" and path.name in SCRAPY_COMMANDS):
        return
    assert not {name for name in imported(path) if name.split(".")[0] in ("scrapy", "twisted")}


def needed(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    """The modules a file needs, also those it imports inside functions or for types only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            own = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from own & modules.keys()
            if node.module and node.module in modules and own - modules.keys():
                yield node.module


def test_no_modules_import_each_other() -> None:
    files = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in files.items()}
    needs = {name: set(needed(path, modules)) for name, path in modules.items()}
    for loader in ("kalbarcrawl.cli", "kalbarcrawl.publishers"):  # which find commands and publishers by their names
        needs[loader] |= {name for name in modules if name.startswith(f"{loader}.")}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' imported by '.join(error.args[1])}")


def test_a_publisher_imports_facts_only() -> None:
    allowed = {"kalbarcrawl.families", "kalbarcrawl.publisher", "kalbarcrawl.rules", "kalbarcrawl.sources"}
    for path in (PACKAGE / "publishers").glob("[!_]*.py"):
        for name in imported(path):
            if name.startswith("kalbarcrawl."):
                assert ".".join(name.split(".")[:2]) in allowed, f"{path.name} imports {name}"


def test_file_name_is_publisher_name() -> None:
    files = {path.stem for path in (PACKAGE / "publishers").glob("[!_]*.py")}
    assert set(all_publishers()) >= files
    assert all(name == publisher.name for name, publisher in all_publishers().items())


def loaded_by(code: str) -> set[str]:
    """Top-level modules that running `code` in a fresh interpreter leaves loaded."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(run.stdout.split())


def test_the_offline_road_is_free_of_scrapy() -> None:
    loaded = loaded_by(
        "import kalbarcrawl.cli.extract, kalbarcrawl.cli.inspect, kalbarcrawl.publishers as p; p.all_publishers()"
    )
    assert not loaded & {"scrapy", "twisted", "sqlalchemy"}


def test_help_loads_next_to_nothing() -> None:
    loaded = loaded_by(
        "from click.testing import CliRunner\nfrom kalbarcrawl.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0"
    )
    assert not loaded & {"scrapy", "twisted", "sqlalchemy", "lxml", "dateparser", "trafilatura", "rich"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_examples(name: str) -> None:
    from click.testing import CliRunner

    from kalbarcrawl.cli import main

    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert f"kalbarcrawl {name}" in result.output, "its help shows no example"


@pytest.mark.parametrize(
    "path", [*modules(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")], ids=str
)
def test_files_fit_a_screenful_of_ideas(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400, "split the room"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{node.name} is long"
