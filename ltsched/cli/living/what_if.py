"""`ltsched what-if`: what would become impossible or worse if something were otherwise."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.living.next_command import same_review
from ltsched.cli.screen import Screen
from ltsched.cli.watching import watching
from ltsched.errors import InvalidReview, WrongUse

if TYPE_CHECKING:
    from ltsched.domain.living.changes import Changes
    from ltsched.domain.review import Review

__all__ = ["what_if"]

Texts = list[str] | None


def what_if(
    folder: flags.FolderArgument,
    without: Annotated[
        Texts,
        typer.Option("--without", metavar="ID", help="This person takes no part in anything to come; repeatable."),
    ] = None,
    all_people: Annotated[
        bool, typer.Option("--all-people", help="A line for each person: what if they took no part?")
    ] = False,
    hold: Annotated[
        Texts,
        typer.Option(
            "--hold",
            metavar="FROM..UNTIL",
            help="The review may not go on from the first day to the last; FROM.. has no end; repeatable.",
        ),
    ] = None,
    number: Annotated[
        Texts,
        typer.Option(
            "--set", metavar="KEY=VALUE", help="Another number of [customise], or another deadline=DATE; repeatable."
        ),
    ] = None,
    late: Annotated[
        Texts,
        typer.Option("--late", metavar="ID=DATE", help="This person can only come from this day on; repeatable."),
    ] = None,
    option: flags.OptionFlag = None,
    out: flags.PlannedFlag = None,
    today: flags.TodayFlag = None,
    time_limit: flags.TimeLimitFlag = 60.0,
    processes: flags.ProcessesFlag = flags.PROCESSORS,
    seed: flags.SeedFlag = 0,
    workers: flags.WorkersFlag = 1,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Say what would become impossible or worse, against the plan as it is; nothing is written.

    All flags together are one change. Ends with 0 whatever comes of it: also where the review would be impossible.
    """
    import ltsched
    from ltsched.options.changes.asked import understood

    screen = Screen(json=as_json, quiet=quiet)
    changes, wrong = understood(without=without or (), holds=hold or (), settings=number or (), late=late or ())
    if not changes and not all_people and not wrong:
        raise WrongUse("what would be otherwise? Give --without, --all-people, --hold, --set or --late")
    try:
        review = ltsched.read_to_change(folder, changes, option=option, today=today, results=out, strict=strict)
    except InvalidReview as error:
        raise InvalidReview([*wrong, *error.mistakes]) from None
    if wrong:
        raise InvalidReview(wrong)
    screen.notices(review.notices)
    asked: dict[str, Any] = {"results": out, "time_limit_seconds": time_limit, "seed": seed, "workers": workers}
    if all_people:
        return _all_people(review, changes, screen, processes=processes, **asked)
    return _one(review, changes, screen, same_review(folder, out, option), **asked)


def _one(review: Review, changes: Changes, screen: Screen, same: str, **asked: Any) -> int:
    import ltsched
    from ltsched.cli.progress import following

    with following(screen) as listener:
        found = ltsched.what_if(review, changes, **asked, listener=listener)
    code = ExitCode.DONE
    if found.then.timetable is None and not found.then.reasons:
        code = ExitCode.NOTHING_FOUND
    if screen.json:
        from ltsched.cli.living.what_if_json import what_if_document

        screen.document({"reference": review.reference, **what_if_document(found)})
        return code
    from ltsched.report.screen.living.what_if_tables import what_if_screen

    screen.warn(found.told)
    screen.show(what_if_screen(found, review))
    if found.now.reasons:
        screen.show_line(f"`ltsched explain {same}` tells all of why it is impossible now.")
    return code


def _all_people(review: Review, changes: Changes, screen: Screen, **asked: Any) -> int:
    import ltsched

    with contextlib.ExitStack() as shown:
        done: list[Any] = []

        def begin(count: int) -> None:
            done.append(shown.enter_context(watching(screen, "planning without each person", count)))

        found = ltsched.absence(review, changes, **asked, on_start=begin, on_done=lambda id: done[0](id))
    if screen.json:
        from ltsched.cli.living.what_if_json import absence_document

        screen.document({"reference": review.reference, **absence_document(found)})
    else:
        from ltsched.report.screen.living.absence_table import absence_screen

        screen.warn(found.told)
        screen.show(absence_screen(found, review))
    if found.left:
        screen.tell(f"stopped by you: not looked at: {', '.join(found.left)}")
    return ExitCode.DONE
