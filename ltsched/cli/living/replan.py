"""`ltsched replan`: plan again after a change, so that as little as possible moves."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.living.in_this_plan_alone import in_this_plan_alone
from ltsched.cli.living.next_command import move_flag, same_review
from ltsched.cli.living.replan_json import cannot_stay_as_json, replanned_as_json
from ltsched.cli.plan import tell_none
from ltsched.cli.screen import Screen
from ltsched.domain.timetable import ChangeKind, Timetable

if TYPE_CHECKING:
    from ltsched.domain.review import Review
    from ltsched.solve.replanning.replanned import Offer, Replanned

__all__ = ["replan"]

AFRESH = "`ltsched explain {same}` says whether it fits if all is planned afresh, and else what would help."
STILL_PARTIAL = "`ltsched replan {same} --partial` leaves out again what the current timetable leaves out."


def _pair(given: str) -> tuple[str, str]:
    left, sign, right = given.partition("=")
    if not sign or not left.strip() or not right.strip():
        raise ValueError
    return left.strip(), right.strip()


def _moves(given: list[str] | None) -> dict[str, date]:
    """Return when activities are to start, by id: a time, or a day alone; anything else is wrong use."""
    found: dict[str, date] = {}
    for text in given or ():
        try:
            activity, start = _pair(text)
            try:
                moved: date = date.fromisoformat(start)
            except ValueError:
                moved = datetime.fromisoformat(start)
        except ValueError:
            expected = "expected ACTIVITY=START, such as joint-meeting:1=2027-05-13T10:00, or a day alone"
            raise typer.BadParameter(f"{text!r} is no move; {expected}", param_hint="'--move'") from None
        flags.require_year(moved, "'--move'")
        if found.setdefault(activity, moved) != moved:
            raise typer.BadParameter(f"{activity} is moved twice; expected one start for each", param_hint="'--move'")
    return found


def _replacements(given: list[str] | None) -> dict[str, str]:
    """Return who takes the place of whom; anything else than OLD=NEW is wrong use."""
    found: dict[str, str] = {}
    for text in given or ():
        try:
            gone, instead = _pair(text)
        except ValueError:
            expected = "expected OLD=NEW, two ids of people.csv, such as t3=t9"
            raise typer.BadParameter(f"{text!r}: {expected}", param_hint="'--replace'") from None
        if found.setdefault(gone, instead) != instead:
            raise typer.BadParameter(f"{gone} is replaced twice; expected one who does it", param_hint="'--replace'")
    return found


def replan(
    folder: flags.FolderArgument,
    pin: Annotated[
        list[str] | None, typer.Option("--pin", metavar="ACTIVITY", help="This booking stays where it is; repeatable.")
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=flags.read_day, help="Nothing before this day moves."),
    ] = None,
    free: Annotated[
        list[str] | None,
        typer.Option("--free", metavar="ACTIVITY", help="This booking may move as if nobody knew of it; repeatable."),
    ] = None,
    move: Annotated[
        list[str] | None,
        typer.Option(
            "--move",
            metavar="ACTIVITY=START",
            help="This booking starts then, or on that day, instead; repeatable.",
        ),
    ] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option("--replace", metavar="OLD=NEW", help="NEW takes the place of OLD, who leaves; repeatable."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write it without asking.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="What a partial timetable leaves out stays left out.")
    ] = False,
    option: flags.OptionFlag = None,
    out: flags.OutFlag = None,
    today: flags.TodayFlag = None,
    time_limit: flags.TimeLimitFlag = 60.0,
    seed: flags.SeedFlag = 0,
    workers: flags.WorkersFlag = 1,
    prove: flags.ProveFlag = False,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Plan again after a change: what can stay stays, what must move moves least."""
    moves, replacements = _moves(move), _replacements(replace)
    same = same_review(folder, out, option)
    asks = not as_json and sys.stdin.isatty() and sys.stdout.isatty()
    if not (yes or dry_run or asks):
        raise typer.BadParameter(
            "there is nobody to ask: add --yes to write what comes out, or --dry-run to see it first",
            param_hint="'--yes'",
        )
    import ltsched
    from ltsched.cli.progress import following

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    review = ltsched.read_review(folder, option=option, today=today, results=target, strict=strict)
    screen.notices(review.notices)
    with following(screen) as listener:
        replanned = ltsched.replan(
            review,
            results=target,
            pins=pin or (),
            until=until,
            free=free or (),
            moves=moves,
            replacements=replacements,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
            prove=prove,
            listener=listener,
            partial=partial,
        )
    timetable = replanned.result.timetable
    told = {notice.text for notice in review.notices}
    later = [notice.text for notice in replanned.result.agenda.notices]
    later += timetable.warnings if timetable is not None else ()
    screen.warn(text for text in later if text not in told)
    if timetable is None:
        _show_what_cannot_stay(replanned, same, screen)
        code = tell_none(replanned.result, target, time_limit, screen, cannot_stay_as_json(replanned))
        if code == ExitCode.IMPOSSIBLE:
            screen.tell(AFRESH.format(same=same))
        if replanned.current.left_out and not partial:
            screen.tell(STILL_PARTIAL.format(same=same))
        return code
    ended = replanned.result.seconds >= time_limit
    _show(replanned, timetable, review, same, screen, time_limit_seconds=time_limit if ended else None, proving=prove)
    screen.warn(in_this_plan_alone(replanned, review, replacements))
    write = not replanned.unchanged and not dry_run and (yes or typer.confirm("Write it?"))
    written: Sequence[Path] = ltsched.write(replanned.result, target) if write else ()
    if screen.json:
        screen.document(replanned_as_json(replanned, timetable, written=bool(written)))
    elif written:
        screen.written(target, written)
        if replanned.messages:
            screen.show_line(f"Next: ltsched invite {same}")
    elif replanned.unchanged:
        screen.show("Nothing was written: the timetable is as it was.")
        if replanned.messages:
            screen.show_line(f"Next: ltsched invite {same}")
    else:
        screen.show("Nothing was written.")
    return ExitCode.DONE


def _show(
    replanned: Replanned,
    timetable: Timetable,
    review: Review,
    same: str,
    screen: Screen,
    *,
    time_limit_seconds: float | None,
    proving: bool,
) -> None:
    """Show what changes, what it costs, and how sure it is; `time_limit_seconds` where that ended the planning."""
    from ltsched.report.screen.layout import bullets, section
    from ltsched.report.screen.living.replan_tables import (
        balance_table,
        changes_table,
        cost_line,
        offer_text,
        told_table,
        tried_text,
    )
    from ltsched.report.screen.partial_tables import partial_lines
    from ltsched.report.screen.rehearsal import rehearsal_lines
    from ltsched.report.screen.stages_table import verdict
    from ltsched.report.screen.timetable_tables import title_line

    screen.show(*rehearsal_lines(timetable), *partial_lines(timetable))
    screen.show(title_line(timetable, review.option.title), "")
    bookings = {one.activity: one for one in (*replanned.current.bookings, *timetable.bookings)}
    changes = changes_table(timetable.changes, bookings)
    if changes is None and replanned.unchanged:
        screen.show("Nothing has to change.", "")
    elif changes is None:
        screen.show("No booking has to change.", "")
    else:
        screen.show(section("What changes", changes))
    if replanned.messages:
        screen.show(section("Who must be told", told_table(replanned.messages)))
    balance = None if replanned.unchanged else balance_table(replanned.current, timetable)
    if balance is not None:
        screen.show(section("Better or worse", balance))
    sure = verdict(
        timetable,
        interrupted=replanned.result.interrupted,
        time_limit_seconds=time_limit_seconds,
        proving=proving,
    )
    screen.show(sure)
    before = replanned.result.agenda.before
    invited = before is not None and bool(before.ledger.issued)
    screen.show(f"It costs: {cost_line(timetable.changes, replanned.messages, invited=invited)}.", "")
    if replanned.tried:
        lines = [
            tried_text(one.proposal, one.changes, one.messages, one.why, taken=one.taken, invited=invited)
            for one in replanned.tried
        ]
        screen.show(section("Other times that were proposed", bullets(lines)))
        for one in replanned.tried:
            if one.changes is not None and not one.taken:
                screen.show_line(f"  ltsched replan {same} {move_flag(one.proposal.activity, one.proposal.start)}")
    if replanned.offers:
        moving = {change.activity for change in timetable.changes if change.kind is not ChangeKind.KEPT}
        texts = [offer_text(offer.moves, offer.gains, offer.missed, moving) for offer in replanned.offers]
        screen.show(section("What more would gain", bullets(texts)))
        for offer in replanned.offers:
            screen.show_line(f"  ltsched replan {same} {_flags(offer)}")
    _show_deputies(replanned, same, screen)


def _show_what_cannot_stay(replanned: Replanned, same: str, screen: Screen) -> None:
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.living.replan_tables import stays_table

    if replanned.cannot_stay:
        bookings = {one.activity: one for one in replanned.current.bookings}
        screen.show(section("What cannot stay", stays_table(replanned.cannot_stay, bookings)))
    _show_deputies(replanned, same, screen)


def _show_deputies(replanned: Replanned, same: str, screen: Screen) -> None:
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.living.replan_tables import deputies_table

    if replanned.deputies:
        rows = [
            (one.gone, one.instead, one.agency, (one.moved, one.told, one.late_days), one.proven)
            for one in replanned.deputies
        ]
        screen.show(section("Who could stand in", deputies_table(rows)))
        first = next((one for one in replanned.deputies if one.instead), None)
        if first is not None:
            screen.show_line(f"  ltsched replan {same} --replace {first.gone}={first.instead}")


def _flags(offer: Offer) -> str:
    moves = [(each.activity, each.after) for each in offer.moves]
    return " ".join(move_flag(activity, start) for activity, start in moves if start is not None)
