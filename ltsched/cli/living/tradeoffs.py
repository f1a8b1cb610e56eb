"""`ltsched tradeoffs`: what an earlier report would cost, and how to choose it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.explaining.in_short import found_in_short
from ltsched.cli.living.next_command import same_review
from ltsched.cli.plan import tell_none
from ltsched.cli.screen import Screen
from ltsched.domain.timetable import Status

if TYPE_CHECKING:
    from ltsched.domain.living.tradeoffs import FrontierPoint, Tradeoffs

__all__ = ["tradeoffs"]

AFRESH = "To take a point is to plan it afresh (`ltsched plan --afresh --choose …`): all that is to come may move"


def tradeoffs(
    folder: flags.FolderArgument,
    option: flags.OptionFlag = None,
    png: flags.PngFlag = False,
    svg: flags.SvgFlag = False,
    out: flags.OutFlag = None,
    today: flags.TodayFlag = None,
    time_limit: flags.TimeLimitFlag = 60.0,
    seed: flags.SeedFlag = 0,
    workers: flags.WorkersFlag = 1,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Show what an earlier report would cost: in people missing, and in time that is only if-needed."""
    import ltsched
    from ltsched.cli.progress import following
    from ltsched.domain.words.tradeoff_words import point_sentence

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    review = ltsched.read_review(folder, option=option, today=today, results=target, strict=strict)
    screen.notices(review.notices)
    if why := ltsched.under_way(review):
        screen.warn([f"the review is under way: {why}. {AFRESH}"])

    def told(point: FrontierPoint) -> None:
        if screen.err.is_terminal:  # elsewhere it is progress, and nobody watches
            screen.tell(point_sentence(point))

    begun = time.monotonic()
    short = None
    with following(screen) as listener:
        found = ltsched.tradeoffs(
            review, time_limit_seconds=time_limit, seed=seed, workers=workers, listener=listener, on_point=told
        )
        if found.status is Status.INFEASIBLE and not found.interrupted:
            left = time_limit - (time.monotonic() - begun)
            same = same_review(folder, out, option)
            short = found_in_short(review, listener, same, left_seconds=left, seed=seed, workers=workers)
    if not any(frontier.points for frontier in found.frontiers):
        return tell_none(found, target, time_limit, screen, short=short)
    written = ltsched.write(found, target, pictures=flags.pictures_of(png=png, svg=svg))
    _show(found, target, written, screen)
    return ExitCode.DONE


def _show(found: Tradeoffs, target: Path, written: tuple[Path, ...], screen: Screen) -> None:
    if screen.json:
        from ltsched.files.results.tradeoffs_file import tradeoffs_json

        screen.document_text(tradeoffs_json(found))
        return
    from ltsched.report.screen.living.tradeoffs_tables import tradeoffs_parts, tradeoffs_title
    from ltsched.report.screen.rehearsal import rehearsal_lines

    screen.show(*rehearsal_lines(found))
    screen.show(tradeoffs_title(found), "")
    screen.show(*tradeoffs_parts(found))
    screen.written(target, written)
