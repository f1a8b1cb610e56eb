"""The tables of an option file, and of ``[[activity]]`` and ``[[order]]`` in review.toml."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from ltsched.domain.option import ForEach, Kind, Pairing, RoomNeed
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import Document, Expected, wrong
from ltsched.validation.fields import Text, Word
from ltsched.validation.option.named import Activities, Choice, Count, Guests, Minutes, Named, Share, known_of

__all__ = ["ActivityTable", "MilestoneTable", "OrderTable", "PanelTable"]

EXPECTED_THEN = 'expected an activity with pairing = "last-before", and only then'


def _word_id(id: str) -> str:
    if not id.replace("-", "").replace("_", "").isalnum() or not id.isascii():
        raise wrong("", "expected letters, digits and hyphens")
    return id


class PanelTable(Document):
    """Who holds an activity, where that is chosen."""

    pool: Annotated[Guests, Expected("expected a list of roles")] = Field(description="The roles that may hold it.")
    size: Annotated[int, Field(ge=1, le=20), Named()] = Field(1, description="How many hold it together.")
    least_leads: Annotated[int, Field(ge=0, le=20), Named()] = Field(
        0, description="How many of them are lead reviewers, at least."
    )
    independent: bool = Field(
        False,
        description="Whether nobody of the same agency may hold it, no line manager, and no practitioner of the case.",
    )
    different_agencies: bool = Field(
        False, description="Whether no two may be of one agency, where the review is multi-agency."
    )

    @field_validator("pool")
    @classmethod
    def _somebody(cls, pool: tuple[str, ...]) -> tuple[str, ...]:
        if not pool:
            raise wrong("nobody")
        return pool

    @model_validator(mode="after")
    def _no_more_leads_than_people(self) -> PanelTable:
        if self.least_leads > self.size:
            raise wrong(str(self.least_leads), f"expected at most the size, {self.size}", key="least-leads")
        return self


class ActivityTable(Document):
    """An activity; with the `id` of an activity of the option it changes that one, and only in what it says."""

    id: Annotated[Text, AfterValidator(_word_id)] = Field(
        description="How orders, shapes and holds name it, and the start of the ids of its bookings: letters, digits "
        "and hyphens.",
        examples=["board-briefing"],
    )
    kind: Word[Kind] = Field(Kind.OTHER, description="What it is.")
    title: Text = Field(description="What the calendar shows.", examples=["Briefing of the board"])
    minutes: Minutes = Field(description="Its length in minutes.", examples=[60])
    prefix: Text = Field("", alias="ids", description="Another start of the ids of its bookings than its `id`.")
    count: Count | None = Field(
        None, description="How many there are, one after another; left out: one, without a number in its id."
    )
    for_each: Word[ForEach] | None = Field(
        None, description="What it is repeated for; a person that it is repeated for must come. Left out: it is not."
    )
    must: Guests = Field((), description="Who must come: roles, and ids of people.", examples=[["lead-reviewer", "t1"]])
    expected: Guests = Field(
        (),
        description="Who is expected besides: roles, and ids of people. Who cannot come, or has no seat, is named as "
        "missing.",
        examples=[["review-team"]],
    )
    quorum: Share = Field(
        0.0,
        description="The least share, 0 to 1, of all who are expected, those who must come included; rounded up to "
        "whole people.",
        examples=[0.75],
    )
    panel: PanelTable | None = Field(
        None, description="Who holds it, where that is chosen.", examples=[{"pool": ["lead-reviewer"], "size": 1}]
    )
    gap_minutes: Annotated[int, Field(ge=0, le=720), Named()] = Field(
        0, description="How many minutes afterwards are free of this review's other bookings, for the panel."
    )
    per_day: Annotated[int, Field(ge=1, le=1000), Named()] | None = Field(
        None, description="How many of them one member of the panel holds in a day, at most; left out: no limit."
    )
    notice_working_days: Count = Field(
        0, description="How many working days after commissioning, or after today if that is later, it is at least."
    )
    in_lead_in: bool = Field(
        False, description="Whether it may lie in the lead-in, unless it has to lie in the one week of the review."
    )
    room: Word[RoomNeed] | None = Field(
        None,
        description="Whether it takes a room, where there is a rooms.csv. Left out: `needed`; `if-free` for a "
        "conversation or with a panel; `none` for an audit.",
    )
    when: Choice = Field("yes", description="Whether it is held; `auto`: where it fits the deadline.")
    essential: bool = Field(False, description="Whether people who are marked as essential must come.")
    off_critical_path: bool = Field(
        False,
        description="Whether it does not count as the last meeting, and only has to come before the final report.",
    )


class OrderTable(Document):
    """One activity before another. Gaps count from day to day."""

    before: Activities = Field(description="These activities end …", examples=[["joint-meeting"]])
    after: Activities = Field(description="… before these start.", examples=[["board-briefing"]])
    pairing: Word[Pairing] = Field(
        Pairing.ALL,
        description="`all`: each before each. `share`: they take turns, as analysis and joint meetings do, rounded "
        "up. `half`: the first half of `before`, rounded up, precedes, the rest follows. `last`: only the last of "
        "`before`. "
        "`last-before`: see `then`.",
    )
    then: Text = Field(
        "",
        description="With `last-before` only: each of `before` precedes the last of `after` that comes before the "
        "first of this activity.",
        examples=["joint-meeting"],
    )
    least_working_days: Count = Field(0, description="At least so many working days.")
    most_working_days: Count | None = Field(None, description="At most so many working days; left out: no limit.")
    least_weeks: Count | None = Field(None, description="At least so many calendar weeks.")
    most_weeks: Count | None = Field(None, description="At most so many calendar weeks; left out: no limit.")

    @field_validator("before", "after")
    @classmethod
    def _something(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if not names:
            raise wrong("nothing")
        return names

    @field_validator("then")
    @classmethod
    def _known(cls, then: str, info: ValidationInfo) -> str:
        activities = known_of(info).activities
        if info.data.get("pairing", Pairing.LAST_BEFORE) is not Pairing.LAST_BEFORE:  # not there if it is wrong itself
            raise wrong("missing or too much", EXPECTED_THEN)
        if then not in {*activities, *known_of(info).dropped}:
            raise wrong("", "expected the id of an activity", did_you_mean(then, activities))
        return then

    @field_validator("most_working_days", "most_weeks")
    @classmethod
    def _not_less_than_the_least(cls, most: int | None, info: ValidationInfo) -> int | None:
        least = info.data.get(str(info.field_name).replace("most", "least")) or 0
        if most is not None and most < least:
            raise wrong(f"at most {most}", f"expected at least {least}, the least gap")
        return most

    @model_validator(mode="after")
    def _last_before_something(self) -> OrderTable:
        if self.pairing is Pairing.LAST_BEFORE and not self.then:
            raise wrong("missing or too much", EXPECTED_THEN, key="then")
        return self


class MilestoneTable(Document):
    """A date that follows from the last meeting."""

    id: Text = Field(description="How later milestones name it.", examples=["press-notice"])
    title: Text = Field(description="What it is called.", examples=["Press notice"])
    after: Text = Field(
        "", alias="follows", description="The id of an earlier milestone that it follows; left out: the last meeting."
    )
    working_days: Count = Field(0, description="How many working days later.")

    @field_validator("after")
    @classmethod
    def _earlier(cls, after: str, info: ValidationInfo) -> str:
        earlier = known_of(info).milestones
        if after not in earlier:
            raise wrong("", "expected the id of an earlier milestone", did_you_mean(after, earlier))
        return after
