"""invitations.json: the ledger of what was issued and what was answered."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Method, Shown
from ltsched.validation.document import JsonDocument
from ltsched.validation.fields import Count, JsonText, Many, Moment, Word

__all__ = ["AnswerRow", "IssuedRow", "LedgerDocument"]


class IssuedRow(JsonDocument):
    """One message that was issued: the newest of its UID."""

    uid: JsonText = Field(description="What calendars know the booking by.")
    sequence: Count = Field(description="The number of the version.")
    method: Word[Method] = Field(description="An invitation or update, or a cancellation.")
    activity: JsonText = Field(description="The activity.")
    recipient: JsonText = Field(description="The id of who was told.")
    email: JsonText = Field(description="The address.")
    summary: JsonText = Field(description="What it was called.")
    start: Moment = Field(description="When it starts.")
    end: Moment = Field(description="When it ends.")
    location: JsonText = Field(description="Where it is; empty where nothing was said.")
    hash: JsonText = Field(description="Of all that the message said.")
    issued_at: Moment = Field(description="When it was issued.")
    batch: Count = Field(description="The folder with the message.")


class AnswerRow(JsonDocument):
    """One answer, as it was read."""

    uid: JsonText = Field(description="The invitation that it answers.")
    sequence: Count = Field(description="The version that it answers.")
    said: Word[Said] = Field(description="The answer.")
    at: Moment = Field(description="When it was given.")
    sender: JsonText = Field(description="The address that it came from; empty where it was given by telephone.")
    counts: bool = Field(description="Whether it was taken as the answer of who was invited.")
    comment: JsonText = Field(description="What was added.")
    start: Moment | None = Field(description="The start that was proposed instead; null where none was.")
    end: Moment | None = Field(description="The end that was proposed instead.")
    mailed: Moment | None = Field(None, description="When the mail was sent.")
    raised: Count | None = Field(None, description="The version that a counter-proposal made of it.")
    taken_by: JsonText | None = Field(
        None, description="Who took it by telephone, empty where nobody is named; null where it came by mail."
    )


class LedgerDocument(JsonDocument):
    """invitations.json: who was told what, and what they said."""

    format: Literal[1, 2] = Field(description="The number of the format; 2 where an answer was given by telephone.")
    reference: JsonText = Field(description="The code name of the review.")
    shown: Word[Shown] = Field(description="Which attendees an invitation shows.")
    batches: Count = Field(description="How many batches have been issued.")
    writing: Count | None = Field(description="The batch that is being written; null where none is.")
    issued: Many[IssuedRow] = Field(description="What was issued, the newest version of each.")
    answers: Many[AnswerRow] = Field(description="What was answered, in the order in which it was recorded.")
