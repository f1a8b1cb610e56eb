"""The tables of review.toml in which people settle by hand what was agreed, and when something may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ltsched.domain.people import Person
from ltsched.domain.settled import State
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import Document, Expected, refuse, wrong
from ltsched.validation.fields import FIRST_YEAR, LAST_YEAR, Day, Names, Text, Word
from ltsched.validation.shown import shown
from ltsched.validation.working_hours import DAY_BY_NAME

__all__ = ["BookingTable", "WindowTable"]

EXPECTED_START = "expected a local time such as 2027-05-13 10:00:00, or a day such as 2027-05-13"
EXPECTED_HOURS = "expected hours such as 10:00-16:00"
START = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::00)?)?", re.ASCII)
HOURS = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-\u2010-\u2015\u2212]\s*(\d{1,2}):([0-5]\d)", re.ASCII)
MINUTES_A_DAY = 24 * 60


def _start(value: Any) -> date | datetime:
    """Return a day as a date, and a time as a date-time without a zone."""
    found = value
    if isinstance(value, str) and START.fullmatch(value.strip()):
        text = value.strip()
        try:
            found = datetime.fromisoformat(text) if len(text) > len("2027-05-13") else date.fromisoformat(text)
        except ValueError:
            raise wrong("", EXPECTED_START) from None
    if not isinstance(found, date):
        raise wrong("", EXPECTED_START)
    if isinstance(found, datetime) and (found.tzinfo is not None or found.second or found.microsecond):
        raise wrong("", f"{EXPECTED_START}: in the zone of the review, in whole minutes")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise wrong("", f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    return found


Start = Annotated[
    Any,
    Expected(EXPECTED_START),
    BeforeValidator(_start),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}),
]


class BookingTable(Document):
    """What people have settled about one activity; it counts in every command."""

    activity: Text = Field(
        description="The id of the activity; each has one table at most.", examples=["conversation:p07"]
    )
    state: Word[State] = Field(
        State.AGREED,
        description="`agreed`: it is kept, and what it breaks is a warning. `held`: it has taken place. "
        "`not-held`: it did not, and is planned again. `dropped`: it will not take place.",
        examples=["held"],
    )
    start: Start = Field(
        None,
        description="When it starts, in the zone of the review; or the day alone. Where it was `held` as planned, it "
        "need not be said. For `not-held`, the day on which it was not held.",
        examples=["2027-05-13 10:00:00"],
    )
    room: Text | None = Field(None, description="The id of its room.", examples=["r1"])
    held_by: Names = Field(
        (), description="The ids of those who hold it, where it is held by some of several.", examples=[["l1", "t2"]]
    )

    @field_validator("held_by")
    @classmethod
    def _known(cls, ids: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        refuse(_strangers(ids, info.context))
        return tuple(dict.fromkeys(ids))

    @model_validator(mode="after")
    def _says_something(self) -> BookingTable:
        if self.state is State.AGREED and self.start is None and self.room is None and not self.held_by:
            found = "nothing is agreed about it"
            raise wrong(found, "expected a start, a room or held-by, or another state", key="start")
        return self


class WindowTable(Document):
    """When an activity may be, or a person may be booked; what is agreed by `[[booking]]` stands outside of it, too."""

    activity: Text | None = Field(
        None,
        description="The id of an activity, or all of a kind, such as `conversation`. Several windows of one name are "
        "alternatives; those of a kind and of one activity of it both hold.",
        examples=["conversation"],
    )
    person: Text | None = Field(
        None,
        description="The id of a person, who is booked within it alone; several are alternatives.",
        examples=["t3"],
    )
    weekdays: Names = Field(
        (), description="On these days of the week: `Mon`, `Tue` … `Sun`; left out: any.", examples=[["Mon", "Tue"]]
    )
    hours: Annotated[str, Expected(EXPECTED_HOURS)] | None = Field(
        None, description="Within these local hours; left out: any.", examples=["10:00-16:00"]
    )
    first: Day | None = Field(None, alias="from", description="Not before this day.", examples=["2027-05-03"])
    last: Day | None = Field(None, alias="until", description="Not after this day.", examples=["2027-06-30"])

    @field_validator("person")
    @classmethod
    def _of_the_review(cls, id: str | None, info: ValidationInfo) -> str | None:
        refuse(_strangers([] if id is None else [id], info.context))
        return id

    @field_validator("weekdays")
    @classmethod
    def _of_the_week(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        expected = "expected days such as Mon, Tue, Wed, Thu, Fri, Sat or Sun"
        refuse(
            wrong(f"{shown(name)} is no day", expected) for name in names if name.strip().casefold() not in DAY_BY_NAME
        )
        return names

    @field_validator("hours")
    @classmethod
    def _within_a_day(cls, hours: str | None) -> str | None:
        if hours is not None:
            opens, closes = _minutes(hours)
            if opens >= closes:
                raise wrong(f"{shown(hours)} ends before it begins", f"{EXPECTED_HOURS}, within one day")
        return hours

    @model_validator(mode="after")
    def _consistent(self) -> WindowTable:
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[PydanticCustomError]:
        if (self.activity is None) == (self.person is None):
            found = "neither is there" if self.activity is None else "both are there"
            yield wrong(found, "expected an activity or a person, one of the two", key="activity")
        if not self.weekdays and self.hours is None and self.first is None and self.last is None:
            yield wrong("nothing limits it", "expected weekdays, hours, from or until", key="weekdays")
        if self.first is not None and self.last is not None and self.last < self.first:
            yield wrong(f"{self.last} is before {self.first}", "expected a day from then on", key="until")

    @property
    def days(self) -> frozenset[int]:
        """The days of the week, Monday being 0; none for any."""
        return frozenset(DAY_BY_NAME[name.strip().casefold()] for name in self.weekdays)

    @property
    def opens(self) -> time | None:
        """From when on in a day; None for any time."""
        return None if self.hours is None else _clock(_minutes(self.hours)[0])

    @property
    def closes(self) -> time | None:
        """Until when in a day; None for its end."""
        return (
            None if self.hours is None or _minutes(self.hours)[1] == MINUTES_A_DAY else _clock(_minutes(self.hours)[1])
        )


def _minutes(hours: str) -> tuple[int, int]:
    """Return the minutes after midnight of both ends."""
    found = HOURS.fullmatch(hours.strip())
    if found is None:
        raise wrong("", EXPECTED_HOURS)
    ends = (60 * int(found[1]) + int(found[2]), 60 * int(found[3]) + int(found[4]))
    if max(ends) > MINUTES_A_DAY:
        raise wrong(f"{shown(hours)} is not within a day", EXPECTED_HOURS)
    return ends


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _strangers(ids: Sequence[str], people: Sequence[Person] | None) -> Iterator[PydanticCustomError]:
    """Yield what is wrong with ids that nobody has; `people` None means that any will do."""
    known = None if people is None else [person.id for person in people]
    for id in ids:
        if known is not None and id not in known:
            yield wrong(f"nobody has the id {shown(id)}", "expected the id of a person", did_you_mean(id, known))
