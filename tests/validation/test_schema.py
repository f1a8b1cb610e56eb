"""The JSON Schemas of the documents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.domain.numbers import NUMBERS
from ltsched.validation.schema import DOCUMENTS, json_schema

ROOT = Path(ltsched.__file__).parents[1]
TABLES = {ROOT / "ltsched" / "options" / name for name in ("costs.toml", "importance.toml")}
OPTIONS = sorted(set((ROOT / "ltsched" / "options").glob("*.toml")) - TABLES)
REVIEWS = sorted((ROOT / "scenarios").glob("*/review.toml"))


def fields(schema: dict[str, Any], place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of every table of a schema, with its place."""
    for key, value in schema.items():
        if key == "properties":
            yield from ((f"{place}.{name}", field) for name, field in value.items())
        for one in value if isinstance(value, list) else value.values() if key in ("properties", "$defs") else [value]:
            if isinstance(one, dict):
                yield from fields(one, f"{place}.{key}")


def resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref")
    if reference is None:
        return part
    found: dict[str, Any] = schema["$defs"][reference.rpartition("/")[2]]
    return found


def choices(part: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield each of the schemas of which one holds."""
    here = resolved(part, schema)
    for each in here.get("anyOf", here.get("oneOf", [])):
        yield from choices(each, schema)
    yield here


def keys_below(value: object, part: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    """Yield each key in a document that its schema has no field for."""
    any_of = list(choices(part, schema))
    if isinstance(value, dict):
        known = {key: field for each in any_of for key, field in each.get("properties", {}).items()}
        more = [each["additionalProperties"] for each in any_of if each.get("additionalProperties")]
        for key, below in value.items():
            if key in known:
                yield from keys_below(below, known[key], schema)
            elif not more:
                yield key
    elif isinstance(value, list):
        for item in value:
            yield from keys_below(item, next((each["items"] for each in any_of if "items" in each), {}), schema)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_field_is_described(document: str) -> None:
    """In a sentence for whoever fills it in; the tables of the guides are made from these."""
    found = list(fields(json_schema(document)))
    assert len(found) > 10
    assert [place for place, field in found if not field.get("description")] == []


@pytest.mark.parametrize(
    ("document", "path"),
    [*(("option", path) for path in OPTIONS), *(("review", path) for path in REVIEWS)],
    ids=lambda value: value if isinstance(value, str) else f"{value.parent.name}/{value.name}",
)
def test_what_is_shipped_keeps_to_its_schema(document: str, path: Path) -> None:
    """No key in it is unknown to the schema, and none that is needed is missing."""
    schema = json_schema(document)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(schema.get("required", ())) <= set(table)
    assert list(keys_below(table, schema, schema)) == []


def test_a_key_that_is_not_known_is_found() -> None:
    """The test above can fail: in the document, in a table of a list, and in a table that is read later."""
    schema = json_schema("review")
    wrong = {"odd": 1, "hold": [{"scop": 1}], "activity": [{"id": "a", "panel": {"siz": 1}}], "customise": {"x": 1}}
    assert list(keys_below(wrong, schema, schema)) == ["odd", "scop", "siz"]


@pytest.mark.parametrize(("document", "key"), [("review", "customise"), ("option", "numbers")])
def test_every_number_has_its_limits(document: str, key: str) -> None:
    """And its unit as a title; an option's own numbers may stand beside them."""
    table = json_schema(document)["properties"][key]
    assert list(table["properties"]) == list(NUMBERS)
    span = table["properties"]["span-weeks"]
    assert (span["title"], span["type"], span["minimum"], span["maximum"]) == ("weeks", "integer", 1, 104)
    assert table["properties"]["findings-meeting"]["enum"] == ["yes", "no", "auto"]
    assert table["additionalProperties"]


def test_what_changes_another_activity_needs_only_its_id() -> None:
    """Title and length are those of the activity that it changes; an order needs both its sides."""
    properties = json_schema("review")["properties"]
    schema = json_schema("review")
    assert resolved(properties["activity"]["items"], schema)["required"] == ["id"]
    assert resolved(properties["order"]["items"], schema)["required"] == ["before", "after"]
