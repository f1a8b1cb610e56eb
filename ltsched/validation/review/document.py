"""review.toml as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ltsched.domain.review import ReviewKind
from ltsched.validation.document import Document, Expected, refuse, wrong
from ltsched.validation.fields import LAST_YEAR, Day, Many, Text, Word
from ltsched.validation.ids import Ids
from ltsched.validation.option.later import Later, Numbers
from ltsched.validation.option.names import SHIPPED
from ltsched.validation.option.tables import ActivityTable, OrderTable
from ltsched.validation.review.costs import Costs
from ltsched.validation.review.importance import Importance
from ltsched.validation.review.settled import BookingTable, WindowTable
from ltsched.validation.review.tables import (
    AllDayFree,
    AuditTable,
    FamilyTable,
    FocusedReviewTable,
    HoldTable,
    OrganiserTable,
    StagesTable,
)
from ltsched.validation.shown import shown

__all__ = ["NO_DAY", "USUAL_REGION", "USUAL_ZONE", "ReviewDocument"]

USUAL_ZONE = "Europe/London"
USUAL_REGION = "GB-ENG"
LONGEST_REFERENCE = 64
MOST_TABLES = 500
# So far from the commissioning a date is a slip of the pen, and would make the calendars endless.
FARTHEST = timedelta(days=10 * 366)
NO_DAY = date(LAST_YEAR, 12, 31)
"""Stands for a commissioning that is missing or wrong, of which nothing is too early and nothing too far."""


class ReviewDocument(Document):
    """A review: its option, its dates, and what is changed for it."""

    reference: Annotated[
        str,
        Expected(
            f"expected a code name of up to {LONGEST_REFERENCE} characters on one line, with a letter or digit in it"
        ),
    ] = Field(
        description=f"The code name, up to {LONGEST_REFERENCE} characters; the only name of the case that leaves the "
        "machine.",
        examples=["LT-2027-03"],
    )
    option: Annotated[Text, Expected(f"expected one of {', '.join(SHIPPED)}, or the path of a .toml")] = Field(
        description=f"{', '.join(f'`{name}`' for name in SHIPPED)}, or the name of an option file beside this one, "
        "such as `rapid.toml`.",
        examples=[SHIPPED[0]],
    )
    kind: Word[ReviewKind] = Field(
        ReviewKind.OTHER,
        description="Which kind of review it is; for a serious case review, a comparison says from which option to "
        "start.",
        examples=["serious-case-review"],
    )
    commissioned: Day = Field(
        description="The day from which lead-in and notice count. It may lie in the past: then everything is planned "
        "from tomorrow on, and notice counts from today.",
        examples=["2027-01-11"],
    )
    today: Day | None = Field(
        None,
        description="Makes it a rehearsal: planned as if today were this day, and nobody can be invited; left out: the "
        "day of the clock. `--today` takes another day. Nothing is planned before tomorrow, and what is over stays.",
        examples=["2027-01-11"],
    )
    deadline: Day | None = Field(
        None,
        description="The day on which the final report is due: on that day it is in time. One at a weekend or on a "
        "bank holiday is not moved.",
        examples=["2027-10-01"],
    )
    timezone: Annotated[Text, Expected(f"expected a time zone such as {USUAL_ZONE}")] = Field(
        USUAL_ZONE,
        description="The zone of all local times (an IANA name); left out, there is a warning.",
        examples=[USUAL_ZONE],
    )
    region: Annotated[Text, Expected(f"expected a region such as {USUAL_REGION}, or none")] = Field(
        USUAL_REGION,
        description="Whose bank holidays nobody works on: `GB-ENG`, `GB-WLS`, `GB-SCT`, `GB-NIR`, another country or "
        "part of one in ISO 3166, or `none`; left out, there is a warning.",
        examples=["GB-SCT"],
    )
    organiser: OrganiserTable | None = Field(None, description="Who sends the invitations.")
    family: FamilyTable | None = Field(None, description="How the family is involved.")
    hold: Many[HoldTable] = Field((), description="Stretches in which something may not happen.")
    booking: Many[BookingTable] = Field((), description="What people have settled by hand, an activity a table.")
    window: Many[WindowTable] = Field((), description="When activities may be, or people be booked.")
    calendars: Annotated[dict[str, Any], Later(AllDayFree, by_id=True)] = Field(
        default_factory=dict,
        description="How calendars are read. The same for one person or room is a table of its own: `[calendars.t3]`.",
    )
    customise: Annotated[dict[str, Any], Numbers()] = Field(
        default_factory=dict,
        description="Numbers of the option that are otherwise for this review. The words are the same in every option; "
        "what an option has no use for is a warning.",
    )
    stages: StagesTable = Field(
        default_factory=StagesTable, description="Another order of the stages, and how much they may give."
    )
    costs: Costs = Field(
        default_factory=dict,
        description="What one unit of an absence or of a step costs where nothing fits, if it is otherwise than usual: "
        "the cheapest steps that help are told first.",
        examples=[{"leave": 20}],
    )
    importance: Importance = Field(
        default_factory=dict,
        description="What an activity counts where not all fits and `plan --partial` keeps the most important, if it "
        "is otherwise than usual.",
        examples=[{"audit": 200}],
    )
    activity: Many[Annotated[dict[str, Any], Later(ActivityTable, ("id",))]] = Field(
        (), description="Activities that are added or, by their `id`, changed."
    )
    order: Many[Annotated[dict[str, Any], Later(OrderTable)]] = Field((), description="Which activities precede which.")
    audit: Many[AuditTable] = Field((), description="The case files to audit, for a Themed review.")
    focused_review: Many[FocusedReviewTable] = Field((), description="The focused reviews, for a Themed review.")

    @field_validator("reference")
    @classmethod
    def _a_code_name(cls, reference: str) -> str:
        name = reference.strip()
        if len(name) > LONGEST_REFERENCE or not name.isprintable() or not any(map(str.isalnum, name)):
            raise wrong()
        return name

    @field_validator("hold", "booking", "window", "activity", "order", "audit", "focused_review", mode="before")
    @classmethod
    def _not_far_too_many(cls, tables: Any) -> Any:
        if isinstance(tables, list) and len(tables) > MOST_TABLES:
            raise wrong(f"{len(tables):,} tables", f"expected at most {MOST_TABLES}")
        return tables

    @model_validator(mode="after")
    def _consistent(self) -> ReviewDocument:
        refuse(
            (
                *self._dates(),
                *self._settled_twice(),
                *_ids("audit", self.audit),
                *_ids("focused-review", self.focused_review),
            )
        )
        return self

    def _dates(self) -> Iterator[PydanticCustomError]:
        first = self.commissioned
        if first == NO_DAY:
            return
        if self.deadline is not None and self.deadline < first:
            found = f"{self.deadline} is before the commissioning"
            yield wrong(found, f"expected a date from {first} on", key="deadline")
        days = [("deadline", self.deadline)]
        for number, hold in enumerate(self.hold, 1):
            days += [(f"hold[{number}].from", hold.first), (f"hold[{number}].until", hold.last)]
        days += [(f"booking[{number}].start", _as_day(one.start)) for number, one in enumerate(self.booking, 1)]
        for number, window in enumerate(self.window, 1):
            days += [(f"window[{number}].from", window.first), (f"window[{number}].until", window.last)]
        for key, day in days:
            if day is not None and abs(day - first) > FARTHEST:
                expected = f"expected a date within ten years of the commissioning, {first}"
                yield wrong(shown(day), expected, key=key)

    def _settled_twice(self) -> Iterator[PydanticCustomError]:
        first: dict[str, int] = {}
        for number, one in enumerate(self.booking, 1):
            earlier = first.setdefault(one.activity, number)
            if earlier != number:
                found = f"{shown(one.activity)} is there already (booking[{earlier}])"
                yield wrong(found, "expected one table for each activity", key=f"booking[{number}].activity")


def _as_day(start: date | datetime | None) -> date | None:
    """Return the day of a start."""
    return start.date() if isinstance(start, datetime) else start


def _ids(key: str, tables: Sequence[AuditTable | FocusedReviewTable]) -> Iterator[PydanticCustomError]:
    ids = Ids()
    for number, table in enumerate(tables, 1):
        if fault := ids.fault(table.id, f"{key}[{number}]"):
            yield wrong(*fault, key=f"{key}[{number}].id")
