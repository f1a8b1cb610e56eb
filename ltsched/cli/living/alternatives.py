"""`ltsched alternatives`: the best other times for one booking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.json_values import day_json, span_json
from ltsched.cli.living.next_command import move_flag, same_review
from ltsched.cli.screen import Screen
from ltsched.domain.words.wording import first_of

if TYPE_CHECKING:
    from ltsched.domain.replanning.alternatives import Alternative, Alternatives, Difference

__all__ = ["alternatives"]

MOST = 100
MOST_BROKEN = 3


def alternatives(
    folder: flags.FolderArgument,
    activity: Annotated[
        str, typer.Argument(metavar="ACTIVITY", help="The id of the booking, such as joint-meeting:1.")
    ],
    count: Annotated[
        int, typer.Option("--count", min=1, max=MOST, metavar="NUMBER", help="How many other times to show.")
    ] = 10,
    option: flags.OptionFlag = None,
    out: flags.PlannedFlag = None,
    today: flags.TodayFlag = None,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Show the best other times for one booking: who would miss it, what else has to move."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder, option=option, today=today, results=out, strict=strict)
    found = ltsched.alternatives(review, activity, results=out, count=count)
    screen.warn(_warnings(found))
    if screen.json:
        screen.document(_as_json(found))
    else:
        _show(found, same_review(folder, out, option), screen)
    if found.found:
        return ExitCode.DONE
    return ExitCode.IMPOSSIBLE if found.only_start else ExitCode.NOTHING_FOUND


def _show(found: Alternatives, same: str, screen: Screen) -> None:
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.living.alternatives_tables import (
        alternatives_table,
        differences_table,
        impossible_table,
        now_line,
    )
    from ltsched.report.screen.rehearsal import rehearsal_lines

    screen.show(*rehearsal_lines(found.now), now_line(found), "")
    if found.found:
        screen.show(alternatives_table(found), "")
        others = differences_table(found.found)
        if others is not None:
            screen.show(section("What else would change", others))
    if found.impossible:
        screen.show(section("Proposed, and not possible as things are", impossible_table(found.impossible)))
    screen.show(*_notes(found))
    if found.found:
        start = found.found[0].booking.start
        screen.show("To take the first:")
        screen.show_line(f"  ltsched replan {same} {move_flag(found.activity, start)}")


def _notes(found: Alternatives) -> list[str]:
    """Say what the table does not: how far was looked, and whom it would be news to."""
    notes = []
    if found.only_start:
        notes.append("Impossible: its people, its window and the rooms leave it no other start.")
    elif not found.found:
        notes.append("Nothing found: at no other time that was tried would all the rules be kept.")
    elif found.looked_further:
        notes.append("On other days others have to move, or it cannot be: the nearest were tried.")
    if found.found and not found.invited:
        notes.append("Nobody has been invited yet, so nobody has to be told.")
    if found.stopped:
        notes.append("The search was stopped by you: there may be more.")
    return notes


def _warnings(found: Alternatives) -> list[str]:
    texts = []
    if found.broken:
        told = first_of(found.broken, MOST_BROKEN, "; ")
        texts.append(f"as things are now, the timetable breaks a rule: {told}. `ltsched replan` mends that")
    if found.agreed:
        texts.append(f"{found.activity} is agreed in review.toml: put another time there, too")
    return texts


def _as_json(found: Alternatives) -> dict[str, Any]:
    from ltsched.files.results.timetable_file import booking_document

    return {
        "status": "found" if found.found else "impossible" if found.only_start else "unknown",
        "reference": found.now.reference,
        "now": booking_document(found.booking),
        "invited": found.invited,
        "agreed": found.agreed,
        "broken": list(found.broken),
        "looked_further": found.looked_further,
        "alternatives": [_alternative_json(each) for each in found.found],
        "impossible": [
            {**span_json(one.start, one.end), "proposed_by": list(one.proposed_by), "why": list(one.why)}
            for one in found.impossible
        ],
    }


def _alternative_json(each: Alternative) -> dict[str, Any]:
    from ltsched.files.results.timetable_file import booking_document

    return {
        **booking_document(each.booking),
        "newly_missing": list(each.change.newly_missing),
        "no_longer_missing": list(each.change.no_longer_missing),
        "others": [_other_json(other) for other in each.others],
        "report": day_json(each.report),
        "report_working_days_later": each.report_days,
        "told": list(each.told),
        "values": dict(each.values),
        "proven_least": each.sure,
        "proposed_by": list(each.proposed_by),
    }


def _other_json(other: Difference) -> dict[str, Any]:
    from ltsched.files.results.timetable_file import booking_document

    return {
        "activity": other.before.activity,
        "from": booking_document(other.before),
        "to": booking_document(other.after),
    }
