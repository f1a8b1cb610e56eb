"""timetable.json: a timetable for programs."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ltsched.domain.option import Kind
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.timetable import ChangeKind, StageResult, Status
from ltsched.validation.document import JsonDocument, refuse, wrong
from ltsched.validation.fields import JsonDay, JsonText, Many, Moment, Number, Word

__all__ = ["BookingRow", "MilestoneRow", "StageRow", "TimetableDocument", "TimetablePart"]


class StageRow(JsonDocument):
    """What was reached in one stage, and what is proven about it."""

    name: JsonText = Field(description="What the stage is called.", examples=["late days"])
    unit: JsonText = Field(description="What its values count.", examples=["working days"])
    value: int = Field(description="What this timetable comes to in it; less is better.")
    bound: int = Field(description="No timetable that is as good in the stages before has less.")
    tolerance: int = Field(description="By how much the value may exceed the least one ([stages] of review.toml).")
    proven: bool = Field(description="Whether no timetable is better in it, beyond the tolerance.")

    @model_validator(mode="after")
    def _proof(self) -> Self:
        if self.proven is not self.result.proven:
            said = str(self.result.proven).lower()
            raise wrong("", f"expected {said}, as value, bound and tolerance say", key="proven")
        return self

    @property
    def result(self) -> StageResult:
        """The stage as a value of the domain."""
        return StageResult(self.name, self.unit, self.value, self.bound, self.tolerance)


class BookingRow(JsonDocument):
    """One booking; who is meant is said by id."""

    activity: JsonText = Field(description="The activity.", examples=["conversation:p07"])
    kind: Word[Kind] = Field(description="What kind of booking it is.")
    title: JsonText = Field(description="What it is called.")
    start: Moment = Field(description="When it starts: local time with its offset.")
    end: Moment = Field(description="When it ends; at this minute it is over.")
    room: JsonText | None = Field(description="The id of its room; null where it has none.")
    attendees: Many[JsonText] = Field(description="Those who come.")
    missing: Many[JsonText] = Field(description="Those who are expected and do not come.")
    panel: Many[JsonText] = Field(description="Those of the attendees who were chosen to hold it.")
    unseated: Many[JsonText] = Field((), description="Those of the missing who could come and have no seat.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        faults = []
        if self.end <= self.start:
            faults.append(wrong("", "expected a time after the start", key="end"))
        if set(self.unseated) - set(self.missing):
            faults.append(wrong("", "expected some of those who are missing", key="unseated"))
        refuse(faults)
        return self


class MilestoneRow(JsonDocument):
    """A day that follows from the last meeting."""

    id: JsonText = Field(description="Which it is.", examples=["final-report"])
    title: JsonText = Field(description="What it is called.")
    date: JsonDay = Field(description="Its day.")


class ChangeRow(JsonDocument):
    """What became of one booking when the review was planned again."""

    activity: JsonText = Field(description="The activity.")
    kind: Word[ChangeKind] = Field(description="What became of it.")
    before: Moment | None = Field(alias="from", description="When it started; null for one that is new.")
    after: Moment | None = Field(alias="to", description="When it starts; null for one that is gone.")
    why: str = Field("", description="What forced a move, or why it is new or gone.")


class LeftOutRow(JsonDocument):
    """One activity that a partial timetable leaves out."""

    activity: JsonText = Field(description="The activity.", examples=["conversation:p07"])
    title: JsonText = Field(description="What it is called.")
    why: str = Field(description="Why it does not fit beside what is kept.")
    cure: str = Field("", description="The cheapest thing that would make room for it; empty if none is known.")

    @property
    def left_out(self) -> LeftOut:
        """The row as a value of the domain."""
        return LeftOut(self.activity, self.title, self.why, self.cure)


class PartialPart(JsonDocument):
    """What a partial timetable leaves out."""

    proven: bool = Field(description="Whether it is proven that nothing that could be kept counts more.")
    left_out: Many[LeftOutRow] = Field(description="What there is no room for, in the order of the option.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.left_out:
            raise wrong("", "expected at least one activity", key="left_out")
        return self


class TimetablePart(JsonDocument):
    """A timetable."""

    format: Literal[1] = Field(description="The number of the format; another may mean something else.")
    reference: JsonText = Field(description="The code name of the review.")
    option: JsonText = Field(description="The option under which it was planned.")
    status: Word[Status] = Field(
        description="Proven to be the best up to the report date (optimal), or the best found (feasible)."
    )
    stages: Many[StageRow] = Field(description="How good it is, in the order in which it counts.")
    bookings: Many[BookingRow] = Field(description="All bookings, in the order of time.")
    milestones: Many[MilestoneRow] = Field(description="Draft report, comments, final report, response, publication.")
    measures: dict[str, Number] = Field(description="Numbers about the whole, such as staff_hours.")
    warnings: Many[JsonText] = Field(description="What was worth telling when it was planned.")
    today: JsonDay | None = Field(None, description="The day on which it was planned.")
    rehearsal: bool = Field(False, description="Whether that day was made up; nobody is invited then.")
    changes: Many[ChangeRow] = Field((), description="What planning again has changed; none where planned afresh.")
    told: Many[JsonText] = Field((), description="Those who have to be told of that.")
    waiting: Many[JsonText] = Field((), description="Activities that wait for the end of a hold that has none.")
    chosen: JsonText = Field("", description="The point that `plan --choose` took; left out where none was asked for.")
    canonical: bool = Field(False, description="Whether no choice was left: any seed gives the same (`--canonical`).")
    partial: PartialPart | None = Field(
        None, description="What `plan --partial` has left out; not there where everything is booked."
    )

    @model_validator(mode="after")
    def _booked_or_left_out(self) -> Self:
        if self.partial is not None:
            booked = {booking.activity for booking in self.bookings}
            refuse(
                wrong("", "expected an activity without a booking", key=f"partial.left_out[{number}].activity")
                for number, row in enumerate(self.partial.left_out, 1)
                if row.activity in booked
            )
        return self


class TimetableDocument(TimetablePart):
    """timetable.json: one timetable, with how good it is."""
