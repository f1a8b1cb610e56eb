"""`ltsched invite`: invitations, updates and cancellations as files that can be sent, just those that changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, FolderArgument, JsonFlag, OptionFlag, QuietFlag
from ltsched.cli.json_values import span_json
from ltsched.cli.screen import Screen
from ltsched.domain.invitations.invitations import Due, Shown
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import day_and_clock, first_of, plural

if TYPE_CHECKING:
    from ltsched.files.invitations.issuing import Issuing

__all__ = ["invite"]

MOST_BROKEN = 3


def invite(
    folder: FolderArgument,
    show_attendees: Annotated[
        Shown | None,
        typer.Option(
            "--show-attendees",
            metavar="WHOM",
            help="Whom invitations show: none, or review-team (lead reviewers and review team see one another).",
            show_default="as the last time; none at first",
        ),
    ] = None,
    again: Annotated[
        list[str] | None,
        typer.Option("--again", metavar="ID", help="Issue this person's invitations once more, unchanged; repeatable."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be issued; write nothing.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Invite to a timetable from which something is left out, too.")
    ] = False,
    option: OptionFlag = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="The folder that `plan` wrote to; the invitations go there too.",
            show_default="DIR/out",
        ),
    ] = None,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Write the invitations, updates and cancellations that are due."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder, option=option)
    issuing = ltsched.invite(
        review,
        results=out,
        show_attendees=show_attendees,
        again=tuple(again or ()),
        dry_run=dry_run,
        partial=partial,
    )
    if screen.json:
        screen.document(_as_json(issuing, dry_run=dry_run))
    else:
        _show(issuing, review, folder, screen, dry_run=dry_run)
    screen.warn(_warnings(issuing, review))
    return ExitCode.DONE


def _show(issuing: Issuing, review: Review, folder: Path, screen: Screen, *, dry_run: bool) -> None:
    from ltsched.domain.words.file_names import LEDGER_FILE
    from ltsched.report.screen.invitation_tables import messages_line, messages_table, without_table
    from ltsched.report.screen.layout import section

    if not issuing.due:
        screen.show(_unchanged(issuing, review))
        return
    screen.show(messages_line(review.reference, issuing.due), "", messages_table(issuing.due), "")
    seats = any(booking.unseated for booking in issuing.timetable.bookings)
    without = {
        f"Cannot come{' or have no seat' if seats else ''}, and are not invited": issuing.invitees.missing,
        "No address, so tell them yourself": issuing.invitees.unreachable,
    }
    for title, whom in without.items():
        if whom:
            screen.show(section(title, without_table(whom, issuing.timetable, review)))
    if dry_run:
        screen.show("Nothing was written: this is what would be issued.")
        return
    screen.show_line(f"Written to {issuing.folder}: {plural(len(issuing.due), 'message')}, each as .ics and as .eml")
    screen.show_line(f"Send them; {folder / LEDGER_FILE} remembers that they were issued.")


def _unchanged(issuing: Issuing, review: Review) -> str:
    if not issuing.earlier.issued:
        return "There is nobody to invite: nothing was written."
    last = issuing.earlier.issued[-1].issued_at.astimezone(review.timezone)
    return f"Nothing has changed since {day_and_clock(last)}: nothing was written."


def _warnings(issuing: Issuing, review: Review) -> list[str]:
    """Say what should be known before anything is sent."""
    from ltsched.library.reporting import broken_rules

    texts = [
        f"the subject or the room of {activity} has the name of {id}: everybody who is invited reads it"
        for activity, id in issuing.invitees.naming
    ]
    if issuing.timetable.left_out:
        out = [one.activity for one in issuing.timetable.left_out]
        texts.append(f"the timetable is partial: {plural(len(out), 'activity is', 'activities are')} left out")
    if issuing.timetable.status is not Status.OPTIMAL:
        texts.append("the timetable is not proven to be the best; `ltsched plan` says what might be better")
    broken = broken_rules(review, issuing.timetable)
    if broken:
        told = first_of(broken, MOST_BROKEN, "; ")
        texts.append(f"as things are now, the timetable breaks a rule: {told}. Plan again before you send these")
    return texts


def _as_json(issuing: Issuing, *, dry_run: bool) -> dict[str, Any]:
    status = "would be issued" if dry_run else "issued"
    return {
        "status": status if issuing.due else "unchanged",
        "reference": issuing.ledger.reference,
        "shown": issuing.ledger.shown,
        "folder": None if issuing.folder is None else str(issuing.folder),
        "messages": [_message_json(due, issuing.folder) for due in issuing.due],
        "not_invited": dict(issuing.invitees.missing),
        "no_address": dict(issuing.invitees.unreachable),
    }


def _message_json(due: Due, folder: Path | None) -> dict[str, Any]:
    from ltsched.files.invitations.batch_folder import message_name

    told, before = due.invitation.told, due.before
    name = message_name(due)
    return {
        "change": due.change,
        "method": due.method,
        "uid": due.uid,
        "sequence": due.sequence,
        "activity": told.activity,
        "recipient": told.recipient,
        "email": told.email,
        "subject": told.summary,
        **span_json(told.start, told.end),
        "location": told.location,
        "before": None if before is None else {**span_json(before.start, before.end), "location": before.location},
        "files": [] if folder is None else [f"{name}.ics", f"{name}.eml"],
    }
