"""The record's schema, dictionary and sample agree with items.Article."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from kalbarcrawl.items import article_from
from kalbarcrawl.schema import article_schema, data_dictionary, schema_of

DATA = Path(__file__).parents[1] / "data"
SAMPLE = [json.loads(line) for line in (DATA / "sample.jsonl").read_text(encoding="utf-8").splitlines()]


def test_committed_schema_is_the_record() -> None:
    committed = json.loads((DATA / "article.schema.json").read_text(encoding="utf-8"))
    assert committed == article_schema(), "run `make schema`"


def test_readme_holds_the_data_dictionary() -> None:
    assert data_dictionary() in (DATA / "README.md").read_text(encoding="utf-8")


def test_sample_has_records() -> None:
    assert len(SAMPLE) >= 3


@pytest.mark.parametrize("record", SAMPLE, ids=lambda record: record["id"])
def test_sample_validates(record: dict[str, object]) -> None:
    jsonschema.Draft202012Validator(article_schema()).validate(record)


@pytest.mark.parametrize("record", SAMPLE, ids=lambda record: record["id"])
def test_a_line_reads_back_as_it_was_written(record: dict[str, object]) -> None:
    assert json.loads(article_from(record).to_json()) == record


@pytest.mark.parametrize("damage", [{"title": ""}, {"body": ""}, {"published_at": "5 Februari 2024"}, {"revision": 0}])
def test_schema_refuses(damage: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**SAMPLE[0], **damage}, article_schema())


def test_a_type_no_record_may_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold"):
        schema_of(set[str])
