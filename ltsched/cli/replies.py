"""`ltsched replies`: record answers by mail and by telephone, and show who has answered what and who has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, FolderArgument, JsonFlag, PersonActivity, QuietFlag, read_moment
from ltsched.cli.json_values import mistakes_json, span_json
from ltsched.cli.screen import Screen
from ltsched.domain.invitations.answered import Answered, Arrival, Fate, answered
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
    yes: Annotated[
        list[PersonActivity] | None,
        typer.Option(
            "--yes", metavar="ID ACTIVITY", help="Somebody has said by telephone that they will come; repeatable."
        ),
    ] = None,
    no: Annotated[
        list[PersonActivity] | None,
        typer.Option("--no", metavar="ID ACTIVITY", help="That they will not; repeatable."),
    ] = None,
    maybe: Annotated[
        list[PersonActivity] | None,
        typer.Option("--maybe", metavar="ID ACTIVITY", help="That they are not sure; repeatable."),
    ] = None,
    instead: Annotated[
        datetime | None,
        typer.Option(
            "--instead",
            metavar="START",
            parser=read_moment,
            help="The time that they propose instead, with one --no or --maybe.",
        ),
    ] = None,
    taken_by: Annotated[
        str | None,
        typer.Option(
            "--taken-by", metavar="TEXT", help="Who took the call.", show_default="the organiser of review.toml"
        ),
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option("--at", metavar="TIME", parser=read_moment, help="When they said it.", show_default="now"),
    ] = None,
    comment: Annotated[
        str | None, typer.Option("--comment", metavar="TEXT", help="What else they said, in a few words.")
    ] = None,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Record answers to invitations, and show who has answered."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    besides = {"--instead": instead, "--taken-by": taken_by, "--at": at, "--comment": comment}
    spoken = bool(yes or no or maybe)
    if not spoken:
        _require_nothing(besides)
    review = ltsched.read_review(folder)
    by_telephone: tuple[Arrival, ...] = ()
    if spoken:
        by_telephone = ltsched.record_answers(
            review,
            yes=yes or (),
            no=no or (),
            maybe=maybe or (),
            at=at,
            taken_by=taken_by,
            comment=comment or "",
            instead=instead,
        ).arrivals
    recording = ltsched.record_replies(review, files or [], any_address=any_address)
    recording = replace(recording, arrivals=(*by_telephone, *recording.arrivals))
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


def _require_nothing(besides: Mapping[str, object]) -> None:
    """Refuse flags about an answer by telephone where none is given."""
    given = [flag for flag, value in besides.items() if value is not None]
    if given:
        text = "it says something of an answer by telephone; expected --yes, --no or --maybe with it"
        raise typer.BadParameter(text, param_hint=" ".join(f"'{flag}'" for flag in given))


def _show(recording: Recording, state: tuple[Answered, ...], review: Review, screen: Screen) -> None:
    from ltsched.report.screen.answers_tables import (
        answers_table,
        arrivals_table,
        proposals_table,
        telephone_table,
        unanswered_table,
    )
    from ltsched.report.screen.layout import section

    if recording.arrivals:
        new = sum(arrival.fate is not Fate.KNOWN for arrival in recording.arrivals)
        word = "read" if all(not arrival.answer.by_telephone for arrival in recording.arrivals) else "taken"
        title = f"{plural(len(recording.arrivals), 'answer')} {word}, {new} new"
        screen.show(section(title, arrivals_table(recording.arrivals)))
    if not state:
        screen.show("Nobody is invited to anything yet: `ltsched invite` issues invitations.")
        return
    screen.show(section("Answers", answers_table(state)))
    proposals = proposals_table(state)
    if proposals is not None:
        screen.show(section("Other times that were proposed", proposals))
    telephoned = telephone_table(state)
    if telephoned is not None:
        screen.show(section("Answered by telephone", telephoned))
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
                **span_json(one.issued.told.start, one.issued.told.end),
                "answer": None if one.answer is None else _answer_json(one.answer),
            }
            for one in state
        ],
        "mistakes": mistakes_json(recording.mistakes),
    }


def _answer_json(answer: Answer) -> dict[str, Any]:
    proposed = None
    if answer.start is not None and answer.end is not None:
        proposed = span_json(answer.start, answer.end)
    return {
        "said": answer.said,
        "sequence": answer.sequence,
        "at": answer.at.isoformat(),
        "sender": answer.sender,
        "comment": answer.comment,
        "proposed": proposed,
        "by_telephone": answer.by_telephone,
        "taken_by": answer.taken_by,
    }
