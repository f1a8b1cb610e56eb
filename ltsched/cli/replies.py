"""`ltsched replies`: record answers to invitations, and show who has answered what and who has not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, FolderArgument, JsonFlag, QuietFlag
from ltsched.cli.screen import Screen, mistakes_json
from ltsched.domain.invitations.answered import Answered, Fate, answered
from ltsched.domain.invitations.answers import Answer
from ltsched.domain.review import Review
from ltsched.domain.words.wording import plural

if TYPE_CHECKING:
    from ltsched.files.invitations.recording import Recording

__all__ = ["replies"]


def replies(
    folder: FolderArgument,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILES", help="Answers as .ics or .eml, or folders of them; none only shows."),
    ] = None,
    any_address: Annotated[
        bool,
        typer.Option("--any-address", help="Let answers count that come from an address which was not invited."),
    ] = False,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Record answers to invitations, and show who has answered."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder)
    recording = ltsched.record_replies(review, files or [], any_address=any_address)
    state = answered(recording.ledger)
    if screen.json:
        screen.document(_as_json(recording, state))
    else:
        _show(recording, state, review, screen)
        screen.mistakes(recording.mistakes)
    if any(arrival.fate is Fate.OF_ANOTHER for arrival in recording.arrivals):
        screen.warn(
            [
                "somebody answered who was not invited; if it is another address of theirs, add --any-address, and "
                "put it into people.csv"
            ]
        )
    return ExitCode.WRONG_INPUT if recording.mistakes else ExitCode.DONE


def _show(recording: Recording, state: tuple[Answered, ...], review: Review, screen: Screen) -> None:
    from ltsched.report.screen.answers_tables import answers_table, arrivals_table, proposals_table, unanswered_table
    from ltsched.report.screen.layout import section

    if recording.arrivals:
        new = sum(arrival.fate is not Fate.KNOWN for arrival in recording.arrivals)
        title = f"{plural(len(recording.arrivals), 'answer')} read, {new} new"
        screen.show(section(title, arrivals_table(recording.arrivals)))
    if not state:
        screen.show("Nobody is invited to anything yet: `ltsched invite` issues invitations.")
        return
    screen.show(section("Answers", answers_table(state)))
    proposals = proposals_table(state)
    if proposals is not None:
        screen.show(section("Other times that were proposed", proposals))
    open_ones = unanswered_table(state, review)
    if open_ones is None:
        screen.show("Everybody has answered everything.")
    else:
        screen.show(section("Not answered yet", open_ones))


def _as_json(recording: Recording, state: tuple[Answered, ...]) -> dict[str, Any]:
    return {
        "status": "invalid" if recording.mistakes else "recorded",
        "reference": recording.ledger.reference,
        "arrivals": [
            {
                "fate": arrival.fate,
                "note": arrival.note,
                "recipient": None if arrival.to is None else arrival.to.told.recipient,
                "activity": None if arrival.to is None else arrival.to.told.activity,
                **_answer_json(arrival.answer),
            }
            for arrival in recording.arrivals
        ],
        "invitations": [
            {
                "activity": one.issued.told.activity,
                "recipient": one.issued.told.recipient,
                "uid": one.issued.uid,
                "sequence": one.issued.sequence,
                "start": one.issued.told.start.isoformat(timespec="minutes"),
                "end": one.issued.told.end.isoformat(timespec="minutes"),
                "answer": None if one.answer is None else _answer_json(one.answer),
            }
            for one in state
        ],
        "mistakes": mistakes_json(recording.mistakes),
    }


def _answer_json(answer: Answer) -> dict[str, Any]:
    proposed = None
    if answer.start is not None and answer.end is not None:
        proposed = {
            "start": answer.start.isoformat(timespec="minutes"),
            "end": answer.end.isoformat(timespec="minutes"),
        }
    return {
        "said": answer.said,
        "sequence": answer.sequence,
        "at": answer.at.isoformat(),
        "sender": answer.sender,
        "comment": answer.comment,
        "proposed": proposed,
    }
