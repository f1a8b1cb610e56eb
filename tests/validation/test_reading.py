"""Documents read into their models: what is sound, and every mistake with its place, at once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationInfo, field_validator, model_validator

from ltsched.errors import Mistake
from ltsched.validation.document import AnyDocument, CsvRow, Document, Expected, JsonDocument, refuse, wrong
from ltsched.validation.fields import Day, Many, Moment, Names, Text, Word
from ltsched.validation.reading import read, read_sound


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Box(Document):
    size_cm: int = Field(1, ge=1, le=9)
    share: float = Field(0.0, ge=0, le=1)


class Round(Document):
    kind: Literal["round"]
    width: int = 1


class Square(Document):
    kind: Literal["square"]


class Toml(Document):
    name: Text
    first: Day | None = Field(None, alias="from")
    colour: Word[Colour] = Colour.RED
    open: bool = False
    words: Names = ()
    box: Box | None = None
    boxes: Many[Box] = ()
    code: Annotated[str, Expected("expected a code")] = ""
    by_colour: dict[Word[Colour], int] = Field(default_factory=dict)
    outline: Annotated[Round | Square, Field(discriminator="kind")] | None = None

    @field_validator("words")
    @classmethod
    def _known(cls, words: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known = (info.context or {}).get("known", words)
        refuse(wrong(f'"{word}"', "expected one that is known") for word in words if word not in known)
        return words

    @model_validator(mode="after")
    def _consistent(self) -> Toml:
        if self.open and self.first is None:
            raise wrong("", "expected a date for what is open", key="open")
        return self


class Json(JsonDocument):
    some_names: Many[str]
    count: int = Field(0, ge=0)
    at: Moment | None = None
    boxes: Many[Box] = ()


class Row(CsvRow):
    id: str
    note: str = ""


def mistakes_of(model: type[AnyDocument], data: object, **more: Any) -> list[str]:
    mistakes: list[Mistake] = []
    found = read(model, data, "x.toml", mistakes, **more)
    assert (found is None) == bool(mistakes)
    return [str(mistake).removeprefix("x.toml, ") for mistake in mistakes]


def test_what_is_sound_is_read() -> None:
    """Keys with hyphens and other names, lists as tuples, one text as a list, a date written as a text."""
    mistakes: list[Mistake] = []
    data = {"name": " a ", "from": "2027-01-11", "words": "w", "boxes": [{"size-cm": 3, "share": 1}]}
    found = read(Toml, {**data, "outline": {"kind": "round"}}, "x.toml", mistakes)
    assert mistakes == []
    assert found is not None
    assert (found.name, found.first, found.words) == ("a", date(2027, 1, 11), ("w",))
    assert found.boxes == (Box.model_validate({"size-cm": 3, "share": 1}),)
    assert isinstance(found.outline, Round)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": 3}, "name: 3; expected a text on one line."),
        ({"name": "a\nb"}, 'name: "a\\nb"; expected a text on one line.'),
        ({"from": 3}, "from: 3; expected a date such as 2027-01-11."),
        ({"from": "2027-02-30"}, 'from: "2027-02-30"; expected a date such as 2027-01-11.'),
        ({"from": date(1066, 1, 1)}, "from: 1066-01-01; expected a year from 1990 to 2199."),
        ({"colour": "grene"}, 'colour: "grene"; expected one of red, green. Did you mean "green"?'),
        ({"colour": 3}, "colour: 3; expected one of red, green."),
        ({"open": "true"}, 'open: "true"; expected true or false.'),
        ({"open": True}, "open: true; expected a date for what is open."),
        ({"words": 3}, "words: 3; expected a list of texts."),
        ({"words": ["a", 3]}, "words: 3; expected a text."),
        ({"box": 3}, "box: 3; expected a table."),
        ({"box": {"size-cm": 10}}, "box.size-cm: 10; expected a whole number from 1 to 9."),
        ({"box": {"size-cm": True}}, "box.size-cm: true; expected a whole number from 1 to 9."),
        ({"box": {"share": float("nan")}}, "box.share: nan; expected a number from 0 to 1."),
        ({"box": {"size": 1}}, 'box.size: unknown key; expected one of share, size-cm. Did you mean "size-cm"?'),
        ({"boxes": {}}, "boxes: a table; expected tables, each under [[boxes]]."),
        ({"boxes": [{}, 3]}, "boxes[2]: 3; expected a table."),
        ({"boxes": [{}, {"share": 2}]}, "boxes[2].share: 2; expected a number from 0 to 1."),
        ({"code": 1}, "code: 1; expected a code."),
        ({"by-colour": {"red": "x"}}, 'by-colour.red: "x"; expected a whole number.'),
        ({"by-colour": {"rd": 1}}, 'by-colour.rd: unknown key; expected one of red, green. Did you mean "red"?'),
        ({"outline": {}}, "outline.kind: missing; expected one of round, square."),
        ({"outline": {"kind": "rund"}}, 'outline.kind: "rund"; expected one of round, square. Did you mean "round"?'),
        ({"outline": {"kind": "round", "width": "x"}}, 'outline.width: "x"; expected a whole number.'),
        ({"outline": {"kind": "square", "width": 1}}, "outline.width: unknown key; expected one of kind."),
        ({"outline": 3}, "outline: 3; expected a table."),
        ({"nme": 3}, "nme: unknown key; expected one of box, boxes, by-colour, code, colour, from, name, open, "),
    ],
)
def test_a_mistake_says_where_what_and_what_would_be_right(more: dict[str, Any], said: str) -> None:
    """The key as its author wrote it, the value, its type and limits, and the nearest of the words that are known."""
    (mistake,) = mistakes_of(Toml, {"name": "a", **more})
    assert mistake.startswith(said)


def test_all_mistakes_are_told_at_once_each_below_the_place_of_the_document() -> None:
    """Of the fields, of the keys that are not known, and all that a validator finds; with the line, if there is one."""
    data = {"colour": 1, "words": ["a", "b", "c"], "x": 1}
    assert mistakes_of(Toml, data, where="hold[2]", line=7, context={"known": ["b"]}) == [
        "x.toml, line 7, hold[2].name: missing; expected a text on one line.".removeprefix("x.toml, "),
        "line 7, hold[2].colour: 1; expected one of red, green.",
        'line 7, hold[2].words: "a"; expected one that is known.',
        'line 7, hold[2].words: "c"; expected one that is known.',
        mistakes_of(Toml, {"name": "", "x": 1})[1].replace("x:", "line 7, hold[2].x:", 1),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "x.toml: []; expected an object."),
        ({"some_names": {}}, "some_names: an object; expected a list."),
        ({"some_names": ["a", 3]}, "some_names[2]: 3; expected a text."),
        ({"some_names": [], "count": -1}, "count: -1; expected a whole number from 0 on."),
        ({"some_names": [], "count": None}, "count: null; expected a whole number from 0 on."),
        ({"some_names": [], "at": "2027-01-11"}, 'at: "2027-01-11"; expected a time with its offset, such as'),
        ({"some_names": [], "at": {}}, "at: an object; expected a time with its offset, such as"),
        ({"some_names": [], "boxes": 3}, "boxes: 3; expected a list."),
        ({"some-names": []}, "some_names: missing; expected a list."),
    ],
)
def test_json_is_spoken_of_in_its_own_words(data: object, said: str) -> None:
    """Objects, lists, null; the keys are the names of the fields; every item of a list has its place."""
    assert mistakes_of(Json, data)[0].startswith(said)


def test_an_empty_cell_of_a_table_is_none() -> None:
    """It takes the default, or is missing."""
    mistakes: list[Mistake] = []
    assert read(Row, {"id": "a", "note": ""}, "x.csv", mistakes, line=2) == Row(id="a")
    assert read(Row, {"id": "", "note": "b"}, "x.csv", mistakes, line=3) is None
    assert [str(mistake) for mistake in mistakes] == ["x.csv, line 3, id: missing; expected a text."]


def test_what_is_sound_of_a_document_can_be_looked_at_though_something_is_wrong() -> None:
    """Keys that are wrong are left out, and what must be there is stood in for."""
    mistakes: list[Mistake] = []
    found, bad = read_sound(Toml, {"colour": "green", "open": 3, "x": 1}, "x.toml", mistakes, {"name": "?"})
    assert (found.name, found.colour, found.open) == ("?", Colour.GREEN, False)
    assert bad == {"name", "open", "x"}
    assert len(mistakes) == 3


def test_what_is_sound_in_itself_is_checked_as_a_whole_too() -> None:
    """A mistake in one place does not hide that others do not go together; the key that is named is left out."""
    mistakes: list[Mistake] = []
    found, bad = read_sound(Toml, {"name": 3, "open": True}, "x.toml", mistakes, {"name": "?"})
    assert not found.open
    assert bad == {"name", "open"}
    assert [mistake.where for mistake in mistakes] == ["name", "open"]


def test_a_document_of_garbage_keeps_nobody_waiting() -> None:
    """Of very many mistakes the first are told."""
    assert len(mistakes_of(Toml, {"name": "a", "boxes": [{"size-cm": 0}] * 10_000})) == 200
