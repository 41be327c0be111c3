"""The newsrooms' health as Prometheus reads it: what only ever grows is a counter, everything else a gauge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest, write_to_textfile
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from kalbarcrawl.due import turns
from kalbarcrawl.health import STATES, Health, healths
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.store import Store
from kalbarcrawl.store.history import endings, kept
from kalbarcrawl.store.measured import latest
from kalbarcrawl.store.revisit import moment

PREFIX = "kalbarcrawl_"
MOMENTS = {
    "last_run": "When the last run that read its listings began.",
    "last_success": "When the last run began in which a listing answered as it should.",
    "last_article": "When the last run began that found a new article.",
    "newest": "When the newest article that measured runs kept was published.",
}
"""The moments of a `Health`, each a gauge of seconds since 1970: let alerts subtract it from time()."""
LAGS = {"published": "newest", "found": "last_article"}


class _Found(Collector):
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self.metrics = list(metrics)

    def collect(self) -> Iterable[Metric]:
        return self.metrics


def written(store: Store, publishers: Iterable[Publisher], now: datetime, file: Path | None = None) -> str:
    """All metrics in Prometheus' text format; with a file written there instead, whole or not at all, and "".

    Raises OSError where the file cannot be written.
    """
    registry = CollectorRegistry()
    registry.register(_Found(metrics(store, list(publishers), now)))
    if file is None:
        return generate_latest(registry).decode()
    write_to_textfile(str(file), registry)
    return ""


def metrics(store: Store, publishers: list[Publisher], now: datetime) -> Iterator[Metric]:
    """Every metric, of all publishers that are described or were crawled."""
    found = healths(store, [publisher.name for publisher in publishers], now=now)
    yield from _states(found)
    yield from _moments(found, now)
    due = _gauge("next_due_timestamp_seconds", "When its listings are due again.", "publisher")
    for turn in turns(store, publishers, now):
        due.add_metric([turn.publisher.name], turn.at.timestamp())
    yield due
    yield from _kept(store)
    yield from _last_runs(store)


def _states(found: Iterable[Health]) -> Iterator[Metric]:
    state = _gauge("state", "1 for the state a publisher is in, 0 for every other.", "publisher", "state")
    look = _gauge("needs_a_look", "1 where a publisher loses articles until somebody looks.", "publisher")
    runs = _gauge("state_runs", "How many runs, up to the last, speak for its state.", "publisher")
    for health in found:
        for name in STATES:
            state.add_metric([health.publisher, name.replace(" ", "_")], float(name == health.state))
        look.add_metric([health.publisher], float(health.needs_a_look))
        runs.add_metric([health.publisher], health.runs)
    yield from (state, look, runs)


def _moments(found: list[Health], now: datetime) -> Iterator[Metric]:
    lag = _gauge("lag_seconds", "When this was written, how old the newest article was.", "publisher", "since")
    for name, said in MOMENTS.items():
        gauge = _gauge(f"{name}_timestamp_seconds", said, "publisher")
        for health in found:
            at = moment(getattr(health, name))
            if at is None:
                continue
            gauge.add_metric([health.publisher], at.timestamp())
            for since in (since for since, own in LAGS.items() if own == name):
                lag.add_metric([health.publisher, since], (now - at).total_seconds())
        yield gauge
    yield lag


def _kept(store: Store) -> Iterator[Metric]:
    articles = CounterMetricFamily(f"{PREFIX}articles", "Articles ever kept.", labels=["publisher"])
    revisions = CounterMetricFamily(
        f"{PREFIX}revisions", "Texts ever kept, corrections included.", labels=["publisher"]
    )
    for name, (of_articles, of_revisions) in kept(store).items():
        articles.add_metric([name], of_articles)
        revisions.add_metric([name], of_revisions)
    labels = ("publisher", "kind", "outcome")
    addresses = _gauge("addresses", "Addresses by how the last visit to each ended.", *labels)
    for one in endings(store):
        addresses.add_metric([one.publisher, one.kind, one.outcome], one.count)
    yield from (articles, revisions, addresses)


def _last_runs(store: Store) -> Iterator[Metric]:
    visits = _gauge("last_run_visits", "Visits of the last run by outcome.", "publisher", "kind", "outcome")
    times = _gauge("last_run_response_seconds", "Times of answers in the last run.", "publisher", "quantile")
    for run in latest(store):
        for kind, outcomes in (("listing", run.listings), ("article", run.outcomes)):
            for outcome, count in Counter(outcomes).items():
                visits.add_metric([run.publisher, kind, outcome], count)
        for quantile, milliseconds in (("0.5", run.median_ms), ("0.9", run.p90_ms)):
            if milliseconds is not None:
                times.add_metric([run.publisher, quantile], milliseconds / 1000)
    yield from (visits, times)


def _gauge(name: str, said: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(PREFIX + name, said, labels=labels)
