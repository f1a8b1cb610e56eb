"""`ltsched explain`: why nothing fits, and the cheapest things that would help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.living.next_command import same_review
from ltsched.cli.screen import Screen
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import seconds_text

if TYPE_CHECKING:
    from ltsched.domain.agenda import Agenda
    from ltsched.domain.explaining.explanation import Explanation
    from ltsched.domain.explaining.telling import Telling
    from ltsched.domain.review import Review

__all__ = ["explain"]

MOST_CURES = 5
"""So many are looked for, and shown, unless all are asked for."""

MOST_ASKED = 30
"""So many are looked for where all are asked for."""

UNDER_WAY = (
    "The review is under way ({why}), and this is about planning all that is still to come afresh. `ltsched replan "
    "{same}` moves as little as possible; `ltsched plan {same} --afresh` plans it afresh."
)

EXIT_CODES = {Status.INFEASIBLE: ExitCode.IMPOSSIBLE, Status.UNKNOWN: ExitCode.NOTHING_FOUND}


def explain(
    folder: flags.FolderArgument,
    every: Annotated[bool, typer.Option("--all", help="Look for more than the five cheapest that would help.")] = False,
    page: Annotated[
        bool, typer.Option("--page", help="Write it as a web page to show to others, too: explanation.html.")
    ] = False,
    option: flags.OptionFlag = None,
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
    """Show why nothing fits: who, what and when, and the cheapest things that would help."""
    import ltsched
    from ltsched.cli.progress import following
    from ltsched.domain.words.explaining.telling_of import telling_of
    from ltsched.options.expand import expand

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    review = ltsched.read_review(folder, option=option, today=today, results=target, strict=strict)
    screen.notices(review.notices)
    agenda = expand(review)
    if not screen.json:
        _show_counting(review, screen)
    with following(screen) as listener:
        explanation = ltsched.explain(
            review,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
            listener=listener,
            most=MOST_ASKED if every else MOST_CURES,
        )
    telling = telling_of(explanation, agenda)
    if screen.json:
        from ltsched.files.results.explanation_fields import explanation_json

        screen.document_text(explanation_json(telling, review.reference))
    else:
        same = same_review(folder, out, option)
        if explanation.status is Status.INFEASIBLE:
            _show(explanation, telling, agenda, screen)
        else:
            _show_none(explanation, review, same, time_limit, screen)
        if explanation.status is not Status.UNKNOWN and (why := ltsched.under_way(review)):
            screen.show(UNDER_WAY.format(why=why, same=same))
    if page and explanation.status is Status.INFEASIBLE:
        screen.written(target, ltsched.write_explanation(explanation, review, results=target))
    return EXIT_CODES.get(explanation.status, ExitCode.DONE)


def _show(explanation: Explanation, telling: Telling, agenda: Agenda, screen: Screen) -> None:
    """Show the clashes, what would help, and the days against the people of each clash."""
    from ltsched.domain.explaining.picture import picture_of
    from ltsched.domain.words.explaining.doubt_words import doubts
    from ltsched.report.screen.explaining.days_picture import days_part
    from ltsched.report.screen.explaining.explanation_parts import (
        clash_part,
        cures_part,
        headline_part,
    )

    screen.show(headline_part(telling), "")
    several = len(telling.clashes) > 1
    for number, clash in enumerate(telling.clashes, 1):
        screen.show(clash_part(clash, number if several else 0))
    screen.show(cures_part(telling.cures))
    screen.show(*(["", *told] if (told := doubts(telling)) else []))
    for found in explanation.clashes:
        picture = picture_of(found, explanation.cures, agenda)
        if picture is not None:
            screen.show("", days_part(picture, agenda))


def _show_counting(review: Review, screen: Screen) -> None:
    """Show what counting alone proves, before the solver is loaded."""
    import ltsched
    from ltsched.report.screen.explaining.explanation_parts import arithmetic_part

    screen.show(*arithmetic_part(reason for reason in ltsched.capacity(review) if reason.cure is not None))


def _show_none(explanation: Explanation, review: Review, same: str, seconds: float, screen: Screen) -> None:
    """Say that it fits, and what is close to impossible all the same; or that nothing is known."""
    import ltsched
    from ltsched.report.screen.explaining.explanation_parts import close_part

    if explanation.status is Status.UNKNOWN:
        stopped = explanation.stopped or f"nothing was found in {seconds_text(seconds)}"
        screen.show(f"Not known: {stopped}; nothing is proven. Try a longer --time-limit.")
    else:
        screen.show("It fits: a timetable is possible.")
        screen.show_line(f"  ltsched plan {same}")
    screen.show(*close_part(ltsched.early_warnings(review, same=same)))
