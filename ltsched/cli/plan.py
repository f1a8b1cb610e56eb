"""`ltsched plan`: the timetable, as a table on the screen and as files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.explaining.in_short import InShort, explained, telling_in_short
from ltsched.cli.living.choosing import ChooseFlag, chosen, tell_chosen
from ltsched.cli.living.next_command import same_review
from ltsched.cli.screen import Screen
from ltsched.domain.over import rehearsal_text
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status, Timetable
from ltsched.domain.words.wording import seconds_text
from ltsched.errors import UnwritableOutput

if TYPE_CHECKING:
    from ltsched.domain.living.tradeoffs import Tradeoffs
    from ltsched.solve.result import Result

HOW_ON = (
    "`ltsched replan {same}` plans it again so that as little as possible moves; --afresh plans it from the "
    "beginning, and everything that is still to come may move"
)

SOME = "`ltsched plan {same} --partial` plans the most important that does fit, and says of the rest why it does not."
NOTHING_KEPT = "Nothing was found that could be kept of it."

__all__ = ["plan", "tell_none"]


def plan(
    folder: flags.FolderArgument,
    option: flags.OptionFlag = None,
    choose: ChooseFlag = None,
    out: flags.OutFlag = None,
    today: flags.TodayFlag = None,
    time_limit: flags.TimeLimitFlag = 60.0,
    seed: flags.SeedFlag = 0,
    workers: flags.WorkersFlag = 1,
    prove: flags.ProveFlag = False,
    afresh: Annotated[
        bool,
        typer.Option("--afresh", help="Plan a review that is under way from the beginning; everything may move."),
    ] = False,
    canonical: Annotated[
        bool,
        typer.Option("--canonical", help="Leave no choice: the same bookings with any seed, workers and machine."),
    ] = False,
    partial: Annotated[
        bool,
        typer.Option(
            "--partial", help="Where not all fits: plan the most important that does, and say of the rest why."
        ),
    ] = False,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Plan a review: its timetable on the screen, its files in DIR/out."""
    import ltsched
    from ltsched.cli.progress import following

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    review = ltsched.read_review(folder, option=option, today=today, results=target, strict=strict)
    if not afresh and (why := ltsched.under_way(review)):
        how_on = HOW_ON.format(same=same_review(folder, out, option))
        screen.failed("under-way", f"the review is under way: {why}. {how_on}")
        return ExitCode.WRONG_INPUT
    screen.notices(review.notices)
    with following(screen) as listener:
        review = chosen(review, choose, listener, time_limit_seconds=time_limit, seed=seed, workers=workers)
        result = ltsched.plan(
            review,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
            prove=prove,
            every_reason=False,  # what clashes and what would help is found out below
            canonical=canonical,
            partial=partial,
            listener=listener,
        )
        result = explained(result, review, listener, time_limit_seconds=time_limit, seed=seed, workers=workers)
    told = {notice.text for notice in review.notices}
    if result.timetable is not None and not screen.json and review.today is not None:
        told.add(rehearsal_text(review.today))  # the first line of what is shown
    later = [notice.text for notice in result.agenda.notices] + list(
        result.timetable.warnings if result.timetable else ()
    )
    screen.warn(text for text in later if text not in told)
    if result.timetable is None:
        same = same_review(folder, out, option)
        code = tell_none(result, target, time_limit, screen, short=telling_in_short(result, same))
        if code == ExitCode.IMPOSSIBLE:
            screen.tell(NOTHING_KEPT if partial else SOME.format(same=same))
        return code
    return _hand_over(result, result.timetable, review, target, time_limit, screen, proving=prove or canonical)


def _hand_over(
    result: Result,
    timetable: Timetable,
    review: Review,
    target: Path,
    time_limit_seconds: float,
    screen: Screen,
    *,
    proving: bool,
) -> int:
    """Write the files, show the timetable, and say where the files are."""
    import ltsched

    failure: UnwritableOutput | None = None
    written: tuple[Path, ...] = ()
    try:
        # Written first: whoever breaks off the reading of the table has the files.
        written = ltsched.write(result, target)
    except UnwritableOutput as error:
        failure = error
    if screen.json:
        from ltsched.files.results.timetable_file import timetable_json

        screen.document_text(timetable_json(timetable))
    else:
        _show(result, timetable, review, time_limit_seconds, screen, proving=proving)
    if failure is not None:
        screen.error(str(failure), "The timetable above was not written; what was there before is as it was.")
        return ExitCode.WRONG_INPUT
    screen.written(target, written)
    tell_chosen(review, screen)
    return ExitCode.DONE


def _show(
    result: Result, timetable: Timetable, review: Review, time_limit_seconds: float, screen: Screen, *, proving: bool
) -> None:
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.partial_tables import left_out_section, partial_lines
    from ltsched.report.screen.rehearsal import rehearsal_lines
    from ltsched.report.screen.stages_table import measures_line, stages_table, verdict
    from ltsched.report.screen.timetable_tables import absences_table, bookings_table, milestones_table, title_line

    screen.show(*rehearsal_lines(timetable), *partial_lines(timetable))
    screen.show(title_line(timetable, review.option.title), "", bookings_table(timetable), "")
    screen.show(*left_out_section(timetable, review))
    absences = absences_table(timetable, review)
    if absences is not None:
        screen.show(section("Who cannot come", absences))
    if timetable.milestones:
        screen.show(section("Milestones", milestones_table(timetable)))
    screen.show(section("How good it is", stages_table(timetable), measures_line(timetable)))
    screen.show(
        verdict(
            timetable,
            interrupted=result.interrupted,
            time_limit_seconds=time_limit_seconds if result.seconds >= time_limit_seconds else None,
            proving=proving,
        )
    )
    if timetable.canonical:
        screen.show("No choice was left: any seed, workers and machine give these bookings.")


def tell_none(
    result: Result | Tradeoffs,
    target: Path,
    time_limit_seconds: float,
    screen: Screen,
    more: Mapping[str, Any] = MappingProxyType({}),
    *,
    short: InShort | None = None,
) -> int:
    """Say that there is no timetable, why, and that nothing was written.

    `more` is for the JSON alone. `short` is what clashes and what would help, in the place of the reasons.
    """
    if result.status is Status.INFEASIBLE:
        said, code = "Impossible: no timetable keeps all the rules.", ExitCode.IMPOSSIBLE
    elif result.interrupted:
        said, code = "Stopped by you before any timetable was found.", ExitCode.NOTHING_FOUND
    else:
        said = f"Nothing found in {seconds_text(time_limit_seconds)}; nothing is proven. Try a longer --time-limit."
        code = ExitCode.NOTHING_FOUND
    if screen.json:
        from ltsched.files.results.reason_fields import reason_document

        reasons = list(map(reason_document, dict.fromkeys(result.reasons)))
        found = short.fields() if short is not None else {}
        screen.document({"status": str(result.status), "reasons": reasons, **found, **more})
        return code
    from ltsched.report.screen.outcome import no_timetable

    if short is None:
        screen.show(no_timetable(said, result.reasons))
    else:
        short.show(screen)
    kept = target.exists() and any(target.iterdir())
    screen.tell(
        "Nothing was written; the files of an earlier run are as they were." if kept else "Nothing was written."
    )
    return code
