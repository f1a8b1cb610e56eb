"""The tables of review.toml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from ltsched.domain.availability import Level
from ltsched.domain.people import Person, Role
from ltsched.domain.review import FamilyApproach, HoldScope
from ltsched.domain.stages.table import WORDS
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import Document, Expected, refuse, wrong
from ltsched.validation.email import is_email
from ltsched.validation.fields import Day, Id, Many, Names, Text, Word, as_list
from ltsched.validation.shown import shown

__all__ = [
    "AllDayFree",
    "AuditTable",
    "FamilyTable",
    "FocusedReviewTable",
    "HoldTable",
    "OrganiserTable",
    "StagesTable",
]

WITH_TARGET = frozenset({HoldScope.ACTIVITY, HoldScope.PERSON})

if TYPE_CHECKING:
    Stage = str
else:
    Stage = Literal[WORDS]


def _people(info: ValidationInfo) -> Sequence[Person] | None:
    """Return whom review.toml may name, which is its context; None where they could not be read, and any id will do."""
    people: Sequence[Person] | None = info.context
    return people


class OrganiserTable(Document):
    """Who sends the invitations. May be left out until `ltsched invite` is used."""

    name: Text = Field(description="What invitations are signed with.", examples=["Review office"])
    email: Annotated[Text, Expected("expected the address that invitations come from")] = Field(
        description="Where answers go.", examples=["reviews@partnership.example"]
    )

    @field_validator("email")
    @classmethod
    def _an_address(cls, email: str) -> str:
        if not is_email(email):
            raise wrong(expected="expected an address such as reviews@partnership.example")
        return email


class FamilyTable(Document):
    """How the family is involved, which is considered in every review; left out, every run warns."""

    approach: Word[FamilyApproach] | None = Field(
        None,
        description="`conversation`: one is planned with everybody whose role is `family`. `undecided` warns in every "
        "run.",
        examples=["conversation"],
    )


class HoldTable(Document):
    """A stretch in which something may not happen."""

    scope: Annotated[str, Expected('expected "review", "publication", "activity:<id>" or "person:<id>"')] = Field(
        description="`review` (every booking), `publication` (only the last milestone), `activity:<id>` (one activity, "
        "such as `activity:joint-meeting:1`, or all of a kind, such as `activity:joint-meeting`), `person:<id>`.",
        examples=["person:p05"],
    )
    first: Day = Field(alias="from", description="The first day held.", examples=["2027-04-12"])
    last: Day | None = Field(
        None,
        alias="until",
        description="The last day held; left out: open-ended. Under an open-ended hold on the review, `plan` plans "
        "nothing; `replan` keeps what lies before it, and the rest waits until the hold gets an end.",
        examples=["2027-04-23"],
    )
    reason: str = Field("", description="For the reader.", examples=["criminal trial"])

    @field_validator("scope")
    @classmethod
    def _of_something(cls, scope: str, info: ValidationInfo) -> str:
        word, colon, target = (part.strip() for part in scope.partition(":"))
        if word not in list(HoldScope):
            raise wrong(hint=did_you_mean(word, list(HoldScope)))
        if (HoldScope(word) in WITH_TARGET) != bool(target) or (bool(colon) and HoldScope(word) not in WITH_TARGET):
            raise wrong()
        people = _people(info)
        ids = [target] if people is None else [person.id for person in people]
        if HoldScope(word) is HoldScope.PERSON and target not in ids:
            found = f"nobody has the id {shown(target)}"
            raise wrong(found, "expected the id of a person", did_you_mean(target, ids))
        return word + colon + target

    @field_validator("reason")
    @classmethod
    def _on_one_line(cls, reason: str) -> str:
        if reason and not (reason.strip() and reason.isprintable()):
            raise wrong("", "expected a text on one line")
        return reason.strip()

    @field_validator("last")
    @classmethod
    def _in_order(cls, last: date | None, info: ValidationInfo) -> date | None:
        first = info.data.get("first")  # not there if it is wrong itself
        if last is not None and first is not None and last < first:
            raise wrong(f"{last} is before {first}", "expected the last day held, or no until for an open end")
        return last


class AllDayFree(Document):
    """How the calendar of one person or room is read."""

    all_day_free: Word[Level] | None = Field(
        default=None,
        description="What whole days count as that a calendar shows as free; left out: `if-needed`, and asked about.",
        examples=["busy"],
    )


class StagesTable(Document):
    """What makes one timetable better than another is settled in stages, each kept at its best for the next."""

    order: Many[Stage] = Field(
        default=(),
        description="The order of the stages; those that are left out follow in the usual order.",
        examples=[["late-days", "shape"]],
    )
    tolerance: dict[Stage, Annotated[int, Field(ge=0, le=10_000)]] = Field(
        default_factory=dict,
        description="How much worse a stage may be than its best, in its own unit, if later stages gain by it.",
        examples=[{"missed-attendance": 2}],
    )

    @field_validator("order", mode="before")
    @classmethod
    def _one_or_more(cls, order: Any) -> Any:
        return as_list(order)

    @field_validator("order")
    @classmethod
    def _each_once(cls, order: tuple[str, ...]) -> tuple[str, ...]:
        twice = (name for name, times in Counter(order).items() if times > 1)
        refuse(wrong(f"{shown(name)} is there twice", "expected each stage once") for name in twice)
        return order


class AuditTable(Document):
    """A case file to audit; where none is listed, `audits` many are planned."""

    id: Id = Field(description="The case file; its booking is `audit:<id>`.", examples=["f04"])
    agencies: Names = Field(
        (),
        description="Whose file it is. With two or more, its auditors are of different agencies; where it is not said, "
        "they are if they can be.",
        examples=[["Police", "School"]],
    )

    @field_validator("agencies")
    @classmethod
    def _named_once(cls, agencies: tuple[str, ...]) -> tuple[str, ...]:
        names = tuple(" ".join(name.split()) for name in agencies)
        twice = [name for name, times in Counter(names).items() if times > 1]
        unfit = (name for name in names if not name or not name.isprintable())
        refuse(wrong(shown(name), "expected the name of an agency") for name in unfit)
        refuse(wrong(f"{shown(name)} is there twice", "expected it once") for name in twice)
        return names


class FocusedReviewTable(Document):
    """A focused review of a themed one; where none is listed, there is one with the whole case group."""

    id: Id = Field(
        description="Its bookings are `event:<id>`, `review-team-meeting:<id>.1` and so on.", examples=["fr1"]
    )
    case_group: Names | None = Field(
        None, description="Its own case group; left out: the whole one.", examples=[["p01", "p02"]]
    )

    @field_validator("case_group")
    @classmethod
    def _of_the_case_group(cls, group: tuple[str, ...] | None, info: ValidationInfo) -> tuple[str, ...] | None:
        if group is None:
            return group
        if not group:
            raise wrong("nobody is listed", "expected ids of people; leave it out for the whole case group")
        people = _people(info)
        refuse(_faults(group, None if people is None else {person.id: person for person in people}))
        return group


def _faults(group: tuple[str, ...], people: Mapping[str, Person] | None) -> Iterator[PydanticCustomError]:
    for id, times in Counter(group).items():
        if times > 1:
            yield wrong(f"{shown(id)} is there twice", "expected it once")
        if people is not None and id not in people:
            hint = did_you_mean(id, people)
            yield wrong(f"nobody has the id {shown(id)}", "expected the id of a person", hint)
        elif people is not None and not people[id].has(Role.CASE_GROUP):
            yield wrong(f"{shown(id)} has not the role case-group", "expected somebody who has it")
