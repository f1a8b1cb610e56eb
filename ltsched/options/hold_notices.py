"""What holds do to the deadline, in words: a hold stops no statutory clock, and that is never left unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from ltsched.domain.agenda import Agenda
from ltsched.domain.clocks.earliest import earliest_report, latest_last_meeting
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.wording import day_range, day_text, plural
from ltsched.errors import Notice

__all__ = ["hold_notices"]

ONE_DAY = timedelta(days=1)
STAYS = "stays, as a hold stops no statutory clock"


def hold_notices(agenda: Agenda, without: Callable[[Hold], Agenda]) -> list[Notice]:
    """Return a sentence or two on each hold that is not past: what it takes, and what it does to the deadline.

    Told is what is known without a solver. A hold on a person does no more than leave does, and nothing is told of it;
    nor of one on an activity, unless it makes the report late.

    Parameters
    ----------
    agenda
        What has to be planned.
    without
        Returns the same agenda as if there were no such hold.
    """
    holds = [hold for hold in agenda.review.holds if not _is_past(hold, agenda)]
    once = cache(without)
    texts = [text for hold in holds for text in _texts(hold, agenda, once)]
    return [Notice(text, REVIEW_FILE) for text in dict.fromkeys(texts)]


def _is_past(hold: Hold, agenda: Agenda) -> bool:
    today = agenda.review.today or agenda.review.commissioned
    return hold.last is not None and hold.last < max(today, agenda.review.commissioned)


def _texts(hold: Hold, agenda: Agenda, without: Callable[[Hold], Agenda]) -> Iterator[str]:
    match hold.scope:
        case HoldScope.REVIEW if hold.last is None:
            yield _endless("the review", "all from then on waits", hold, agenda)
        case HoldScope.REVIEW if hold.last is not None:
            yield from _on_the_review(hold, hold.last, agenda, without)
        case HoldScope.PUBLICATION if hold.last is not None:
            what = f"the hold on publication, {_days(hold, hold.last)}, moves the publication alone"
            yield f"{what}: the report and its deadline stay"
        case HoldScope.ACTIVITY if hold.last is None:
            waits = "what lies there then waits, with all that comes after it,"
            yield _endless(hold.target, waits, hold, agenda)
        case HoldScope.ACTIVITY if hold.last is not None:
            late = _late(earliest_report(agenda), agenda)
            if late and late > _late(earliest_report(without(hold)), agenda):
                yield f"the hold on {hold.target}, {_days(hold, hold.last)}: {_bound(hold, agenda, without)}"


def _on_the_review(hold: Hold, last: date, agenda: Agenda, without: Callable[[Hold], Agenda]) -> Iterator[str]:
    """Yield what a hold on the whole review takes; nothing where no working day is in it."""
    taken = agenda.working_days.count(hold.first, last + ONE_DAY)
    if not taken:
        return
    text = f"the hold on the review, {_days(hold, last)}, takes {plural(taken, 'working day')}"
    otherwise = without(hold)
    if otherwise.span_end != agenda.span_end:
        ends = (day_text(each.span_end - ONE_DAY) for each in (otherwise, agenda))
        text += f" and moves the end of the span from {' to '.join(ends)}"
    text += f"; {_deadline(hold, last, agenda)}"
    bound = _bound(hold, agenda, without)
    yield f"{text}. {bound[:1].upper()}{bound[1:]}" if bound else text


def _deadline(hold: Hold, last: date, agenda: Agenda) -> str:
    """Return what becomes of the deadline, and what is left until then after the hold."""
    deadline = agenda.review.deadline
    if deadline is None:
        return "it stops no statutory clock"
    text = f"the deadline of {day_text(deadline)} {STAYS}"
    if deadline < hold.first:
        return text
    first = agenda.working_days.on_or_after(last + ONE_DAY)
    report = agenda.report_dates.final_report(first)
    late = agenda.working_days.after(deadline, report)
    if late:
        return f"{text}: what is held after it makes the report at least {plural(late, 'working day')} late"
    left = agenda.working_days.after(last, deadline)
    needed = agenda.working_days.after(first, report)
    after = f"{plural(left, 'working day')} {'is' if left == 1 else 'are'} left between its end and the deadline"
    return f"{text}; {after}, of which the report takes {needed}"


def _bound(hold: Hold, agenda: Agenda, without: Callable[[Hold], Agenda]) -> str:
    """Return before which day no report can be given; an empty text where the hold changes nothing about that."""
    report, otherwise = earliest_report(agenda), earliest_report(without(hold))
    if report is None or otherwise is None or report <= otherwise:
        return ""
    text = f"the report cannot be given before {day_text(report)}; without the hold, before {day_text(otherwise)}"
    late = _late(report, agenda)
    if late:
        text += f". The deadline cannot be met: it is missed by {plural(late, 'working day')} at least"
    return text


def _late(report: date | None, agenda: Agenda) -> int:
    deadline = agenda.review.deadline
    return 0 if report is None or deadline is None else agenda.working_days.after(deadline, report)


def _endless(held: str, waits: str, hold: Hold, agenda: Agenda) -> str:
    """Return what a hold without an end does to the deadline: what lies before it is not touched."""
    reason = f" ({hold.reason})" if hold.reason else ""
    text = f'the hold on {held} from {hold.first}{reason} has no end: {waits} until it gets an "until"'
    deadline, latest = agenda.review.deadline, latest_last_meeting(agenda)
    if deadline is None:
        return f"{text}, and no statutory clock stops"
    text += f"; the deadline of {day_text(deadline)} {STAYS}"
    if latest is None or latest < agenda.review.earliest:
        return text
    when = "the hold has to end before that" if latest >= hold.first else "that is before it begins"
    return f"{text}. For a report in time the last meeting has to be held by {day_text(latest)}: {when}"


def _days(hold: Hold, last: date) -> str:
    return f"{day_range(hold.first, last)}{f' ({hold.reason})' if hold.reason else ''}"
