"""`ltsched check`: what was read, echoed back, with all mistakes and warnings; no solver."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.json_values import day_json
from ltsched.cli.living.next_command import same_review
from ltsched.cli.screen import Screen
from ltsched.domain.review import Review
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import day_text, harmless, plural

if TYPE_CHECKING:
    from ltsched.domain.agenda import Agenda
    from ltsched.domain.numbers import Setting
    from ltsched.domain.reasons import Reason

__all__ = ["check"]

MOST_CLOSE = 5
"""So many warnings are shown of what is close to impossible, the closest first; the rest is counted."""

DiaryFlag = Annotated[
    str | None,
    typer.Option(
        "--diary",
        metavar="ID",
        help="Show what was read of the diary of this person or room, by day, with where each time comes from.",
    ),
]


def check(
    folder: flags.FolderArgument,
    option: flags.OptionFlag = None,
    diary: DiaryFlag = None,
    today: flags.TodayFlag = None,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Show what was read of a review, and every mistake in it."""
    import ltsched
    from ltsched.options.expand import expand
    from ltsched.solve.early.warnings import early_warnings

    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder, option=option, today=today, strict=strict)
    known = [each.id for each in review.diary_owners]
    if diary is not None and diary not in known:
        hint = did_you_mean(diary, known)
        text = f"nobody has the id {diary!r}; expected the id of a person or a room. {hint}".rstrip()
        raise typer.BadParameter(text, param_hint="'--diary'")
    agenda = expand(review)
    texts = [notice.text for notice in (*review.notices, *agenda.notices)]
    same = same_review(folder, option=option)
    close = [] if diary is not None else [early.reason for early in early_warnings(agenda, same=same)]
    defaults = ltsched.read_option(_option_path(review)).numbers
    if screen.json:
        document = _as_json(review, agenda, defaults, list(dict.fromkeys(texts)), close)
        screen.document(document if diary is None else document | _diary_json(review, diary))
    elif diary is not None:
        _show_diary(review, agenda, diary, screen)
    else:
        _show(review, agenda, defaults, screen)
    screen.warn(texts)
    screen.warn(_few([reason.said for reason in close], "close to impossible"))
    return ExitCode.DONE


def _few(texts: list[str], what: str) -> list[str]:
    """Return the first of `texts`, and how many more there are of the same."""
    more = len(texts) - MOST_CLOSE
    return [*texts[:MOST_CLOSE], *([f"{more} more are {what}: ltsched check --json has all"] if more > 0 else [])]


def _option_path(review: Review) -> str:
    import ltsched

    name = review.option.name
    own = name not in ltsched.shipped_options() and review.folder is not None
    return str(Path(review.folder or ".") / f"{name}.toml") if own else name


def _show(review: Review, agenda: Agenda, defaults: Any, screen: Screen) -> None:
    from ltsched.report.screen.calendars_table import calendars_table
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.review_tables import (
        changed_table,
        holds_table,
        people_table,
        picked_lines,
        review_lines,
        rooms_table,
        stages_lines,
        to_plan_table,
    )

    screen.show(review_lines(review, agenda), "")
    screen.show(
        section(plural(len(review.people), "person", "people"), people_table(review, agenda), picked_lines(review))
    )
    if review.rooms:
        screen.show(section(plural(len(review.rooms), "room"), rooms_table(review)))
    calendars = sum(review.diary(each.id).has_calendar for each in review.diary_owners)
    if calendars:
        screen.show(section(plural(calendars, "calendar"), calendars_table(review, agenda.horizon_end)))
    if review.holds:
        screen.show(section(plural(len(review.holds), "hold"), holds_table(review)))
    if review.option.changed:
        screen.show(section("Numbers changed for this review", changed_table(review, defaults)))
    screen.show(stages_lines(review))
    screen.show(section(f"To plan: {plural(len(agenda.activities), 'activity', 'activities')}", to_plan_table(agenda)))
    screen.show("No mistakes found.")


def _show_diary(review: Review, agenda: Agenda, id: str, screen: Screen) -> None:
    from ltsched.report.screen.diary_table import diary_table
    from ltsched.report.screen.layout import section

    diary = review.diary(id)
    last = agenda.horizon_end - timedelta(days=1)
    names = {each.id: each.name for each in review.diary_owners}
    title = f"{id} {names[id]}".strip()
    head = f"{title}, {day_text(review.commissioned)} to {day_text(last)}, times of {review.timezone.key}"
    table = diary_table(review, diary, (review.commissioned, agenda.horizon_end))
    screen.show(section(harmless(head), table if table.row_count else "nothing was read for these months"))


def _diary_json(review: Review, id: str) -> dict[str, Any]:
    from ltsched.report.screen.diary_table import diary_json, left_out_json

    diary = review.diary(id)
    return {"diary": diary_json(review, diary), "left_out": left_out_json(review, diary)}


def _as_json(
    review: Review, agenda: Agenda, defaults: Any, warnings: list[str], close: Sequence[Reason]
) -> dict[str, Any]:
    from ltsched.files.results.reason_fields import reason_document
    from ltsched.report.screen.calendars_table import coverage_json
    from ltsched.report.screen.review_tables import activity_counts, free_share, hours_a_week, scope_words

    def person_json(index: int) -> dict[str, Any]:
        person = review.people[index]
        diary = review.diary(person.id)
        return {
            "id": person.id,
            "name": person.name,
            "roles": list(person.roles),
            "agency": person.agency,
            "essential": person.essential,
            "conversation": person.conversation_rank,
            "line_manager": person.line_manager,
            "hours_a_week": hours_a_week(person),
            "busy_times": diary.entries,
            "if_needed_times": len(diary.if_needed.pairs),
            "freed_times": len(diary.freed.pairs),
            "calendar": diary.has_calendar,
            "covers": coverage_json(diary),
            "free_share": free_share(person, agenda),
        }

    def changed(name: str) -> dict[str, Setting | None]:
        return {"value": review.option.numbers[name], "default": defaults.get(name)}

    return {
        "status": "valid",
        "reference": review.reference,
        "option": review.option.name,
        "kind": review.kind,
        "commissioned": review.commissioned.isoformat(),
        "deadline": day_json(review.deadline),
        "today": day_json(review.today),
        "rehearsal": review.rehearsal,
        "over": [booking.activity for booking in review.over],
        "timezone": review.timezone.key,
        "region": review.region,
        "family": review.family,
        "people": [person_json(index) for index in range(len(review.people))],
        "rooms": [{"id": room.id, "name": room.name, "capacity": room.capacity} for room in review.rooms],
        "holds": [
            {
                "scope": scope_words(hold),
                "from": hold.first.isoformat(),
                "until": day_json(hold.last),
                "reason": hold.reason,
            }
            for hold in review.holds
        ],
        "customise": {name: changed(name) for name in sorted(review.option.changed)},
        "activities": activity_counts(agenda),
        "warnings": warnings,
        "close": [reason_document(reason) for reason in close],
    }
