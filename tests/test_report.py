"""The report: shapes from numbers, facts from a store, pages from facts, and a folder that is never half a report."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kalbarcrawl.health import Health, health_of
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.report import panels
from kalbarcrawl.report.charts import Part, bars, ceiling, line
from kalbarcrawl.report.facts import RUNS, Facts, Newsroom, days_until, facts_of
from kalbarcrawl.report.folder import ForeignFolderError, publish
from kalbarcrawl.report.site import page_of, render, summary, write
from kalbarcrawl.store import Store, Visit, store_at
from kalbarcrawl.store.measures import Filled
from kalbarcrawl.store.removals import remove_address, remove_publisher
from kalbarcrawl.store.tallies import Tally, tallies
from tests.dataset_stories import OUTLETS, article
from tests.measured_past import AT, FATES, fill


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = store_at(tmp_path_factory.mktemp("past"))
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def facts(store: Store) -> Facts:
    return facts_of(store, all_publishers(), AT)


def newsroom(facts: Facts, fate: str) -> Newsroom:
    name = next(name for name, one in FATES.items() if one == fate)
    return next(one for one in facts.newsrooms if one.name == name)


@pytest.mark.parametrize(
    ("value", "top"),
    [(0, 1), (1, 1), (1.2, 2), (7, 8), (9, 10), (10, 10), (11, 20), (99, 100), (350, 400), (1_000_001, 2_000_000)],
)
def test_scales_end_with_round_numbers(value: float, top: float) -> None:
    assert ceiling(value) == top


def test_bars_stand_on_the_ground_and_on_one_another() -> None:
    first, empty, last = bars([("a", {"x": 5, "y": 2}), ("b", {}), ("c", {"y": 10})], ("x", "y"), 10)
    assert first.parts == (Part("x", 50, 50), Part("y", 30, 20))
    assert empty.parts == ()
    assert last.parts == (Part("y", 0, 100),)
    assert first.x < first.x + first.width < empty.x < last.x < last.x + last.width < 100
    assert bars([], ("x",), 1) == ()


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ([], ""),
        ([None, None], ""),
        ([0, 5, 10], "M0 100 L50 50 L100 0"),
        ([0, None, 10], "M0 100 L0 100M100 0 L100 0"),
        ([None, 5, 5, None, 10], "M25 50 L50 50M100 0 L100 0"),
        ([10], "M0 0 L0 0"),
    ],
)
def test_lines_break_off_where_nothing_is_known(values: list[float | None], path: str) -> None:
    assert line(values, 10) == path


def test_every_newsroom_has_the_state_its_fate_gave_it_the_worst_first(facts: Facts) -> None:
    assert [one.health.state for one in facts.newsrooms] == ["broken", "down", "fine", "fine", "fine"]
    assert newsroom(facts, "redesigned").health.state == "broken"
    assert newsroom(facts, "down").health.state == "down"
    assert {one.name for one in facts.never} == set(all_publishers())


def test_breakages_are_told_also_when_they_are_over(facts: Facts) -> None:
    told = {one.publisher: (one.state, one.until is None) for one in facts.breakages}
    names = {fate: name for name, fate in FATES.items()}
    assert told == {
        names["redesigned"]: ("broken", True),
        names["down"]: ("down", True),
        names["was blocked"]: ("blocked", False),
    }
    over = next(one for one in facts.breakages if one.until)
    assert str(over.since) < str(over.until)


def test_a_newsroom_whose_runs_are_always_killed_is_shown_as_broken(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for number in range(3):
        store.begin(f"r{number}", "warta", now=AT - timedelta(hours=9 - number))
    found = facts_of(store, {}, AT)
    [one] = found.newsrooms
    assert (one.health.state, one.health.what, len(one.runs)) == ("broken", "crawl", 0)
    [breakage] = found.breakages
    assert (breakage.what, breakage.until) == ("crawl", None)
    pages = render(found)
    assert "1 of 1 newsroom needs a look" in pages["index.html"]
    assert "were killed before their end" in pages["newsroom/warta.html"]
    store.close()


def test_tallies(tmp_path: Path, database: str) -> None:
    store = store_at(tmp_path, database)
    first, second, undated = (article(number, "warta", "Judul", f"Isi {number}.", None) for number in range(3))
    first = replace(first, published_at="2026-03-30T23:50:00+07:00")
    second = replace(second, published_at="2026-03-30")
    old = replace(article(3, "warta", "Judul", "Isi.", None), published_at="2025-12-31T10:00:00+07:00")
    for one in (first, second, undated, old, replace(first, body="Lain.")):
        store.save(one, Visit(one.url, "ok"), run="r", now=AT)
    store.visited("warta", Visit(second.url, "not_found"), now=AT)
    assert tallies(store, AT.date() - timedelta(days=60)) == {"warta": Tally(4, 5, 1, {"2026-03-30": 2})}
    assert render(facts_of(store, {}, AT))
    store.close()


def test_panels_add_up(facts: Facts) -> None:
    one = newsroom(facts, "redesigned")
    assert len(panels.articles(one, facts.days).bars) == len(facts.days)
    chart = panels.outcomes(one)
    last = [run for run in one.runs if run.outcomes][-1:]
    said = panels.outcomes(replace(one, runs=last))
    assert said is not None
    assert said.told.startswith("In the last run that visited any: ")
    assert chart is not None
    assert chart.kinds == ("new", "changed", "known", "failed")
    fields = {field.name: field for field in panels.coverage(one)}
    assert (fields["title"].usual, fields["body"].last) == (1, 0)
    assert 0 < (fields["body"].usual or 0) < 1
    assert sum(count for _, count, _ in panels.endings(one)) == sum(
        count for run in one.runs[-RUNS:] for count in run.outcomes.values()
    )
    assert panels.grouped({"ok": 1, "not_article:gallery": 2, "incomplete:body": 3, "robots": 4, "duplicate": 5}) == {
        "new": 1,
        "none": 6,
        "failed": 3,
        "known": 5,
    }
    down = newsroom(facts, "down")
    assert panels.times(down) is not None


def test_a_newsroom_of_which_nothing_is_known_yet(facts: Facts) -> None:
    run = replace(
        facts.newsrooms[0].runs[0], outcomes={}, fields={}, dropped={}, median_ms=None, sources={}, publisher="baru"
    )
    bare = Newsroom(Health("baru", "fine"), "Baru", None, None, (run,), Tally(0, 0, 0, {}), ())
    pages = render(Facts(AT, (bare,), (), ()))
    text = pages["newsroom/baru.html"]
    for said in ("No run has read an article yet", "No run has visited an article yet", "None are kept"):
        assert said in text
    empty = render(Facts(AT, (), (), ()))["index.html"]
    assert "No newsroom was looked at yet" in empty


def test_the_same_store_and_moment_give_the_same_bytes(store: Store, facts: Facts) -> None:
    again = facts_of(store, all_publishers(), AT)
    assert render(again) == render(facts)
    assert summary(again) == summary(facts)
    later = render(facts_of(store, all_publishers(), AT + timedelta(hours=3)))
    assert later != render(facts)


def test_what_the_web_said_is_escaped(facts: Facts) -> None:
    one = facts.newsrooms[0]
    evil = '</title><script>alert(1)</script><img src="x" onerror="alert(2)">'
    run = replace(
        one.runs[-1],
        sources={evil: next(iter(one.runs[-1].sources.values()))},
        outcomes={evil: 3},
        examples={evil: "javascript:alert(3)"},
        fields={"body": Filled(1, 0, 0, 0, "javascript:alert(4)")},
        dropped={evil: 1},
    )
    kept = replace(one.latest[0], lines=((evil, evil),))
    health = replace(one.health, reason=evil, example="javascript:alert(5)", what=evil)
    bad = replace(one, title=evil, home="javascript:alert(6)", runs=(*one.runs, run), latest=(kept,), health=health)
    breakages = tuple(replace(breakage, title=evil, reason=evil) for breakage in facts.breakages)
    for path, text in render(Facts(AT, (bad,), (bad,), breakages)).items():
        if path.endswith(".html"):
            assert "&lt;script&gt;" in text
            assert "<script" not in text
            assert "<img" not in text
            assert "javascript:" not in re.sub(r">[^<]*<", "><", text)


def test_links_lead_out_without_a_trace(facts: Facts) -> None:
    for path, text in render(facts).items():
        links = re.findall(r"<a [^>]*href=\"http[^>]*>", text)
        assert all('rel="noreferrer noopener external"' in one for one in links), path


def test_what_was_removed_is_not_quoted(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    fill(store)
    before = facts_of(store, {}, AT)
    gone = before.newsrooms[0].latest[0].article
    remove_address(store, gone.url, now=AT)
    remove_publisher(store, before.newsrooms[1].name, now=AT)
    after = facts_of(store, {}, AT)
    assert gone.id not in {kept.article.id for kept in after.newsrooms[0].latest}
    assert after.newsrooms[1].latest == ()
    store.close()


@pytest.mark.parametrize(
    ("name", "page"),
    [("warta", "newsroom/warta.html"), ("warta.example", "newsroom/warta.example.html")],
)
def test_a_page_is_called_as_its_newsroom(name: str, page: str) -> None:
    assert page_of(name) == page


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "a b", "[::1]", "A/B", ""])
def test_a_page_never_leaves_the_folder(name: str) -> None:
    assert re.fullmatch(r"newsroom/[0-9a-f]{16}\.html", page_of(name))


def test_days_are_those_of_the_newsrooms() -> None:
    assert days_until(AT)[-1] == "2026-03-31"
    assert days_until(AT + timedelta(hours=9))[-1] == "2026-04-01"


def test_the_folder(facts: Facts, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    assert write(facts, folder) == 1 + len(facts.newsrooms)
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files == {*render(facts), "report.json"}
    told = json.loads((folder / "report.json").read_text())
    assert told["needs_a_look"] == [one.name for one in facts.newsrooms[:2]]
    stamps = {path: (folder / path).stat().st_mtime_ns for path in files}
    write(facts, folder)
    assert {path: (folder / path).stat().st_mtime_ns for path in files} == stamps
    write(replace(facts, newsrooms=facts.newsrooms[1:]), folder)
    assert not (folder / page_of(facts.newsrooms[0].name)).exists()
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_killed_at_any_page_it_leaves_whole_pages_and_the_next_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"index.html": "old", "style.css": "old", "newsroom/a.html": "old", "newsroom/gone.html": "old"}
    new = {"index.html": "new", "style.css": "new", "newsroom/a.html": "new", "newsroom/b.html": "new"}
    real = Path.replace
    for dies_at in range(5):
        folder = tmp_path / str(dies_at)
        publish(folder, old, {})
        calls = iter(range(10))

        def replace_or_die(self: Path, target: Path, at: int = dies_at, calls: Iterator[int] = calls) -> Path:
            if next(calls) == at:
                raise KeyboardInterrupt
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace_or_die)
        with pytest.raises(KeyboardInterrupt):
            publish(folder, new, {"at": 2})
        monkeypatch.setattr(Path, "replace", real)
        texts = {path.read_text() for path in folder.rglob("*.html")}
        assert texts <= {"old", "new"}
        publish(folder, new, {"at": 2})
        left = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        assert left == {*new, "report.json"}, dies_at


@pytest.mark.parametrize("there", ["notes.txt", "index.html", "report.json"])
def test_a_folder_of_somebody_else_is_not_touched(facts: Facts, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text('{"mine": true}')
    with pytest.raises(ForeignFolderError, match="no report of ours"):
        write(facts, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_health_of_the_shown_runs_is_the_health_shown(facts: Facts) -> None:
    assert {one.name: health_of(one.runs).state for one in facts.newsrooms} == {
        one.name: one.health.state for one in facts.newsrooms
    }
    assert {one.name for one in facts.newsrooms} == set(OUTLETS)
