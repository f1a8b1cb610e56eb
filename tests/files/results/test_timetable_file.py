"""timetable.json comes back as it was written, and everything else is refused with what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.option import Kind
from ltsched.domain.timetable import Booking, Milestone, StageResult, Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.files.results.timetable_file import read_timetable, timetable_json
from tests.support.agendas import LONDON, activity, agenda, at, booking, conversation, day, person, room, timetable
from tests.support.written import write_timetable


def sample() -> Timetable:
    """Return a timetable with a panel, a room, somebody missing, an open stage and a warning, on either side of DST."""
    talk = conversation("p07", ("l1", "t3"), title="Conversation")
    meeting = activity("joint-meeting:1", kind=Kind.JOINT_MEETING, minutes=180, expected=("t3", "l1"))
    plan = agenda([person(id) for id in ("p07", "l1", "t3")], [talk, meeting], rooms=[room("r1")])
    bookings = [
        booking(plan, "conversation:p07", at(14, "10:00"), panel=("l1", "t3"), room="r1"),
        booking(plan, "joint-meeting:1", at(35, "13:30"), missing=("t3",)),
    ]
    open_stage = StageResult("preferences", "points", 12, 8, 2)
    found = timetable(plan, bookings)
    return replace(
        found, status=Status.FEASIBLE, stages=(*found.stages[:2], open_stage), warnings=("A “warning” – told",)
    )


def test_the_file_is_as_the_design_says() -> None:
    """Keys, their order, and times with their offset to the minute are those that programs rely on."""
    document = json.loads(timetable_json(sample()))
    assert list(document) == [
        *("format", "reference", "option", "status", "stages", "bookings", "milestones", "measures", "warnings"),
        *("today", "rehearsal", "changes", "told", "waiting"),
    ]
    assert (document["format"], document["reference"], document["status"]) == (1, "LT-TEST-1", "feasible")
    assert document["stages"][-1] == {
        "name": "preferences",
        "unit": "points",
        "value": 12,
        "bound": 8,
        "tolerance": 2,
        "proven": False,
    }
    assert document["bookings"][0] == {
        "activity": "conversation:p07",
        "kind": "conversation",
        "title": "Conversation",
        "start": "2027-03-15T10:00+00:00",
        "end": "2027-03-15T12:00+00:00",
        "room": "r1",
        "attendees": ["p07", "l1", "t3"],
        "missing": [],
        "panel": ["l1", "t3"],
        "unseated": [],
    }
    assert document["bookings"][1]["start"] == "2027-04-05T13:30+01:00"
    assert document["bookings"][1]["room"] is None
    assert document["milestones"][0] == {"id": "draft-report", "title": "Draft report", "date": "2027-04-12"}
    assert document["measures"]["bookings"] == 2
    assert document["warnings"] == ["A “warning” – told"]


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    """The round trip is exact, and with a zone it carries that zone again."""
    path = write_timetable(tmp_path, sample())
    assert path == tmp_path / "timetable.json"
    assert read_timetable(path) == sample()
    again = read_timetable(path, LONDON)
    assert again == sample()
    assert all(each.start.tzinfo is LONDON and each.end.tzinfo is LONDON for each in again.bookings)
    assert timetable_json(again) == timetable_json(read_timetable(path)) == path.read_text(encoding="utf-8")


def test_a_file_from_before_seats_were_told_is_read(tmp_path: Path) -> None:
    """What is not said of a booking is that anybody has no seat."""
    document = json.loads(timetable_json(sample()))
    for each in document["bookings"]:
        del each["unseated"]
    path = tmp_path / "timetable.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_timetable(path) == sample()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ids = st.lists(texts, max_size=3).map(tuple)
starts = st.builds(at, st.integers(0, 400), st.sampled_from(["00:00", "02:30", "09:15"]))
bookings = st.builds(
    lambda start, minutes, missing, seats, **rest: Booking(
        start=start,
        end=at((start.date() - day(0)).days + 1, minutes),
        missing=missing,
        unseated=missing[seats:],
        **rest,
    ),
    start=starts,
    minutes=st.sampled_from(["03:00", "04:45"]),
    activity=texts,
    kind=st.sampled_from(Kind),
    title=texts,
    room=st.none() | texts,
    attendees=ids,
    missing=ids,
    seats=st.integers(0, 3),
    panel=ids,
)
whole = st.integers(0, 1000)
timetables = st.builds(
    Timetable,
    reference=texts,
    option=texts,
    status=st.sampled_from(Status),
    stages=st.lists(st.builds(StageResult, texts, texts, whole, whole, whole), max_size=2).map(tuple),
    bookings=st.lists(bookings, max_size=2).map(tuple),
    milestones=st.lists(st.builds(Milestone, texts, texts, st.dates()), max_size=2).map(tuple),
    measures=st.dictionaries(texts, whole | st.floats(allow_nan=False, allow_infinity=False), max_size=3),
    warnings=ids,
)


@given(timetables)
def test_every_timetable_comes_back(tmp_path_factory: pytest.TempPathFactory, found: Timetable) -> None:
    """Whatever the texts, numbers and days, the round trip is exact."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(timetable_json(found), encoding="utf-8", newline="")
    assert read_timetable(path, LONDON) == found


def mistakes(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "timetable.json"
    path.write_bytes(data)
    with pytest.raises(InvalidReview) as caught:
        read_timetable(path)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "timetable.json, line 1: not JSON: Expecting value; expected a timetable of ltsched."),
        (b'{\n"format": 1,\n', "timetable.json, line 3: not JSON: "),
        (b"\xff\xfe\x00", "timetable.json: not JSON: it is not UTF-8; "),
        (b'{"format": NaN}', "timetable.json: not JSON: NaN is no number; "),
        (b"[" * 100_000, "timetable.json: not JSON: "),
        (b"9" * 10_000, "timetable.json: not JSON: "),
        (b"[]", "timetable.json: not a timetable; "),
        (b'{"name": "package"}', "timetable.json: not a timetable; "),
        (b'{"format": 2, "rows": []}', "timetable.json, format: 2; expected 1, the format that this version"),
        (b'{"format": true}', "timetable.json, format: true; expected 1"),
    ],
)
def test_a_foreign_file_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """What is not a timetable of this format is told in one message, which names the line where there is one."""
    found = mistakes(tmp_path, data)
    assert len(found) == 1
    assert found[0].startswith(told)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The message says which file, why, and where it would come from."""
    with pytest.raises(InvalidReview, match=r"timetable.json: cannot be read: No such file .* `ltsched plan`"):
        read_timetable(tmp_path / "timetable.json")


Damage = Callable[[dict[str, Any]], object]
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a key is missing": (lambda it: it.pop("stages"), "stages: missing; expected a list."),
    "a key is misspelt": (
        lambda it: it.update(warning=[]),
        "warning: unknown key; expected one of bookings, canonical, changes, chosen, format, measures, milestones, ",
    ),
    "an unknown status": (
        lambda it: it.update(status="optimum"),
        'status: "optimum"; expected one of optimal, feasible, infeasible, unknown. Did you mean "optimal"?',
    ),
    "a number for a text": (lambda it: it.update(reference=3), "reference: 3; expected a text."),
    "half a character": (lambda it: it.update(reference="\ud800"), "reference: "),
    "an object for a list": (lambda it: it.update(bookings={}), "bookings: an object; expected a list."),
    "a text for an object": (lambda it: it["bookings"].__setitem__(0, "x"), 'bookings[1]: "x"; expected an object.'),
    "a time without offset": (
        lambda it: it["bookings"][0].update(start="2027-03-15T10:00"),
        'bookings[1].start: "2027-03-15T10:00"; expected a time with its offset, such as 2027-03-01T10:00+00:00.',
    ),
    "a time of the distant past": (
        lambda it: it["bookings"][0].update(start="0001-01-01T00:00+14:00"),
        'bookings[1].start: "0001-01-01T00:00+14:00"; expected a time with its offset',
    ),
    "an end before the start": (
        lambda it: it["bookings"][0].update(end="2027-03-15T10:00+00:00"),
        'bookings[1].end: "2027-03-15T10:00+00:00"; expected a time after the start.',
    ),
    "an unknown kind": (
        lambda it: it["bookings"][1].update(kind="joint meeting"),
        'bookings[2].kind: "joint meeting"; expected one of set-up, ',
    ),
    "a person who is no text": (
        lambda it: it["bookings"][0].update(attendees=["p07", None]),
        "bookings[1].attendees[2]: null; expected a text.",
    ),
    "one without a seat who is not missing": (
        lambda it: it["bookings"][1].update(unseated=["l1"]),
        'bookings[2].unseated: ["l1"]; expected some of those who are missing.',
    ),
    "a date that is none": (
        lambda it: it["milestones"][0].update(date="2027-02-30"),
        'milestones[1].date: "2027-02-30"; expected a date such as 2027-03-01.',
    ),
    "a bound that is true": (
        lambda it: it["stages"][0].update(bound=True),
        "stages[1].bound: true; expected a whole number.",
    ),
    "a proof that is none": (
        lambda it: it["stages"][-1].update(proven=True),
        "stages[3].proven: true; expected false, as value, bound and tolerance say.",
    ),
    "a proof that is no word": (
        lambda it: it["stages"][-1].update(proven=None),
        "stages[3].proven: null; expected true or false.",
    ),
    "a measure that is no number": (
        lambda it: it["measures"].update(bookings="two"),
        'measures.bookings: "two"; expected a number.',
    ),
    "a long text in place of a number": (
        lambda it: it["stages"][0].update(value="x" * 500),
        f'stages[1].value: "{"x" * 56}…; expected a whole number.',
    ),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_field_is_named(tmp_path: Path, damage: Damage, told: str) -> None:
    """One wrong field gives one message: where it is, what was found, what would be right."""
    document = json.loads(timetable_json(sample()))
    damage(document)
    found = mistakes(tmp_path, json.dumps(document).encode())
    assert len(found) == 1
    assert found[0].startswith(f"timetable.json, {told}")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Three damages give three messages, in the order of the file."""
    document = json.loads(timetable_json(sample()))
    document["option"] = None
    document["bookings"][1]["title"] = 1
    document["warnings"] = "none"
    found = mistakes(tmp_path, json.dumps(document).encode())
    assert [message.split(": ")[0] for message in found] == [
        *("timetable.json, option", "timetable.json, bookings[2].title", "timetable.json, warnings")
    ]
