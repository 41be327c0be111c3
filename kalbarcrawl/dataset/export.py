"""An export from its records to the finished folder."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from kalbarcrawl.dataset.about import LICENCE, NOBODY, About, File, file_of
from kalbarcrawl.dataset.card import card
from kalbarcrawl.dataset.citation import citation
from kalbarcrawl.dataset.clusters import clusters
from kalbarcrawl.dataset.columns import dataset_schema, row_of
from kalbarcrawl.dataset.commas import Commas
from kalbarcrawl.dataset.croissant import croissant
from kalbarcrawl.dataset.datapackage import datapackage
from kalbarcrawl.dataset.figures import Figures
from kalbarcrawl.dataset.folder import MANIFEST, prepare, publish
from kalbarcrawl.dataset.jsonl import JsonLines
from kalbarcrawl.dataset.manifest import Run, manifest
from kalbarcrawl.dataset.order import ordered, without_copies
from kalbarcrawl.dataset.parquet import Parquet
from kalbarcrawl.dataset.plots import plots
from kalbarcrawl.dataset.rights import Rights
from kalbarcrawl.dataset.selection import Selection
from kalbarcrawl.dataset.shingles import Numbers
from kalbarcrawl.dataset.splits import NAMES, borders, split_of, when
from kalbarcrawl.dataset.spool import Spool, identifier
from kalbarcrawl.store.removals import LeftOut

Writer = JsonLines | Parquet | Commas
WRITERS: dict[str, type[Writer]] = {"jsonl": JsonLines, "parquet": Parquet, "csv": Commas}
SHARD = 100_000
"""Rows in a file."""
Progress = Callable[[str, int, int | None], None]
"""Hears what is being done, how much of it is done, and of how much where that is known."""


class NothingSelectedError(Exception):
    """No record is left to write."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to make of the records."""

    name: str
    title: str
    selection: Selection = field(default_factory=Selection)
    formats: tuple[str, ...] = ("jsonl", "parquet")
    splits: str = "none"
    dedup: str = "none"
    every_revision: bool = False
    urls_only: bool = False
    sample: int | None = None
    shard: int = SHARD
    creators: tuple[str, ...] = (NOBODY,)
    licence: str = LICENCE
    url: str | None = None
    day: date | None = None
    """The dataset's date; without one, the day the newest record was crawled."""
    release: str | None = None
    """Its version; without one, the date with dots."""


@dataclass
class Made:
    """What an export made."""

    rows: int
    selected: int
    left_out: int
    copies: int
    clusters: int
    splits: dict[str, int]
    publishers: int
    files: int
    bytes: int


@dataclass
class _Work:
    """An export under way."""

    plan: Plan
    part: Path
    spool: Spool
    schema: dict[str, Any]
    progress: Progress
    figures: Figures = field(default_factory=Figures)
    rights: Rights = field(default_factory=Rights)
    files: list[File] = field(default_factory=list)
    left_out: int = 0


def export(
    records: Iterable[Mapping[str, Any]],
    folder: Path,
    plan: Plan,
    *,
    left_out: LeftOut,
    runs: Iterable[Run] = (),
    overwrite: bool = False,
    progress: Progress = lambda stage, done, total: None,
) -> Made:
    """Write the records a plan asks for into a folder as a dataset.

    Raises ForeignFolderError, NothingSelectedError, ValueError for a plan that makes no sense, and OSError.
    """
    borders(plan.splits, np.empty(0))  # a wrong one is better told before the work than after
    part = prepare(folder, overwrite=overwrite)
    try:
        work = _make(records, part, plan, left_out, runs, progress)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    publish(folder, [file.path for file in work.files])
    figures = work.figures
    return Made(
        rows=figures.rows,
        selected=figures.selected,
        left_out=work.left_out,
        copies=figures.copies,
        clusters=sum(count for size, count in figures.clusters.items() if size > 1),
        splits=dict(figures.splits),
        publishers=len(figures.publishers),
        files=len(work.files) + 1,
        bytes=sum(file.bytes for file in work.files),
    )


def _make(
    records: Iterable[Mapping[str, Any]],
    part: Path,
    plan: Plan,
    left_out: LeftOut,
    runs: Iterable[Run],
    progress: Progress,
) -> _Work:
    """Make all files of a dataset aside."""
    with closing(Spool(part)) as spool:
        work = _Work(plan, part, spool, dataset_schema(urls_only=plan.urls_only), progress)
        _fill(work, records, left_out)
        places = ordered(spool, every_revision=plan.every_revision, sample=plan.sample)
        if not len(places):
            raise NothingSelectedError("no article is selected: nothing is written")
        roots = clusters(spool, places, lambda done, total: progress("near copies", done, total))
        spool.forget_signatures()
        _count_clusters(work, places, roots)
        _write_rows(work, places, roots)
    about = _about(work)
    captions = plots(work.figures, part / "figures")
    _write_beside(work, about, captions, left_out, runs)
    return work


def _fill(work: _Work, records: Iterable[Mapping[str, Any]], left_out: LeftOut) -> None:
    """Set the selected records aside."""
    for number, record in enumerate(records, 1):
        if left_out.covers(record):
            work.left_out += 1
        elif work.plan.selection.wants(record):
            work.spool.add(record)
        if number % 500 == 0:
            work.progress("reading", number, None)
    work.spool.settle()


def _count_clusters(work: _Work, places: Numbers, roots: Numbers) -> None:
    spool, figures = work.spool, work.figures
    _, first = np.unique(spool.ids[places], return_index=True)
    _, sizes = np.unique(roots[places[first]], return_counts=True)
    figures.clusters = Counter(int(size) for size in sizes)
    figures.selected = len(first)
    crawled = spool.crawled[places]
    ends = (places[int(crawled.argmin())], places[int(crawled.argmax())])
    figures.crawled = (spool.record(int(ends[0]))["crawled_at"], spool.record(int(ends[1]))["crawled_at"])


def _write_rows(work: _Work, places: Numbers, roots: Numbers) -> None:
    """Write the records, split by split and shard by shard, in every format at once."""
    spool, plan = work.spool, work.plan
    moments = when(spool.instants, spool.crawled)
    splits = split_of(moments, roots, borders(plan.splits, moments[places]))
    kept = without_copies(spool, places, roots, plan.dedup)
    (work.part / "data").mkdir()
    done = 0
    for number, split in enumerate(NAMES):
        own = kept[splits[kept] == number]
        shards = -(-len(own) // plan.shard)
        for shard in range(shards):
            stem = f"data/{split}-{shard:05}-of-{shards:05}"
            rows = own[shard * plan.shard : (shard + 1) * plan.shard]
            for path in _write_shard(work, rows, roots, split, stem, done, len(kept)):
                work.files.append(file_of(work.part, path, len(rows), split))
            done += len(rows)


def _write_shard(
    work: _Work, places: Numbers, roots: Numbers, split: str, stem: str, done: int, total: int
) -> Iterator[str]:
    """Write one shard; the paths of its files, one a format."""
    spool, names = work.spool, work.schema["properties"]
    paths = {kind: f"{stem}.{WRITERS[kind].suffix}" for kind in work.plan.formats}
    writers = [WRITERS[kind](work.part / path, work.schema) for kind, path in paths.items()]
    for number, place in enumerate(places):
        record = spool.record(int(place))
        row = row_of(record, names, cluster=identifier(int(spool.ids[roots[place]])))
        for writer in writers:
            writer.write(row)
        work.figures.add(record, split)
        work.rights.add(record)
        if number % 500 == 0:
            work.progress("writing", done + number, total)
    for writer in writers:
        writer.close()
    yield from paths.values()


def _about(work: _Work) -> About:
    plan, crawled = work.plan, work.figures.crawled
    day = plan.day or date.fromisoformat((crawled or ("", "1970-01-01"))[1][:10])
    return About(
        name=plan.name,
        title=plan.title,
        creators=plan.creators,
        day=day,
        release=plan.release or f"{day.year}.{day.month}.{day.day}",
        licence=plan.licence,
        url=plan.url,
        selection=plan.selection.in_words(),
        dedup=plan.dedup,
        splits=plan.splits,
        sample=plan.sample,
        every_revision=plan.every_revision,
        urls_only=plan.urls_only,
    )


def _write_beside(
    work: _Work, about: About, captions: Mapping[str, str], left_out: LeftOut, runs: Iterable[Run]
) -> None:
    """Write what stands beside the data; each file may speak of those before it."""
    removals = len(left_out.tombstones)
    data: Sequence[File] = tuple(work.files)
    _keep(work, "article.schema.json", _json(work.schema))
    _keep(work, "removed.jsonl", "".join(_removed(left_out)))
    work.rights.write(work.part / "rights.csv")
    work.files.append(file_of(work.part, "rights.csv"))
    for path in captions:
        work.files.append(file_of(work.part, path))
    _keep(work, "CITATION.cff", citation(about))
    _keep(work, "README.md", card(about, work.figures, data, work.schema, captions, removals))
    _keep(work, "croissant.json", _json(croissant(about, data, work.schema)))
    _keep(work, "datapackage.json", _json(datapackage(about, work.files, work.schema)))
    whole = manifest(about, work.figures, work.files, runs, removals)
    (work.part / MANIFEST).write_text(_json(whole), encoding="utf-8")


def _removed(left_out: LeftOut) -> Iterator[str]:
    for one in left_out.tombstones:
        line = {"kind": one.kind, "sha256": one.hash, "removed_at": one.removed_at, "why": one.why}
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _keep(work: _Work, path: str, text: str) -> None:
    (work.part / path).write_text(text, encoding="utf-8")
    work.files.append(file_of(work.part, path))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
