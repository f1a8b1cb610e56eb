"""Put an option to a review: which activities there are, who comes to them, and which rules hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import ForEach, Option, RoomNeed, Template
from ltsched.domain.people import Role
from ltsched.domain.replanning.left_out import bridged, without
from ltsched.domain.report_dates import ReportDates
from ltsched.domain.review import FamilyApproach, FocusedReview, Hold, HoldScope, Review
from ltsched.domain.rules import DailyLoad, Precedence
from ltsched.domain.words.file_names import PEOPLE_FILE, REVIEW_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.working_days import WorkingDays
from ltsched.errors import InvalidReview, Mistake, Notice
from ltsched.options.agenda_notices import agenda_notices
from ltsched.options.diaries import availability, leave_of_leads
from ltsched.options.hold_notices import hold_notices
from ltsched.options.invited import Subject, invite, panel_for, quorum
from ltsched.options.orders import circle, keyed, precedences
from ltsched.options.over import as_it_was, besides, open_loads, open_orders, still_to_come, today_notices
from ltsched.options.settled.check import strange_names
from ltsched.options.settled.dropped import dropped_of
from ltsched.options.settled.over import over_as_settled, without_undone
from ltsched.options.settled.settle import settle
from ltsched.options.settled.windows import windows_of, within_windows
from ltsched.options.shapes import shape_for, within_shape
from ltsched.options.span import Span, review_span

__all__ = ["expand", "told_of_holds", "with_what_is_over"]


def expand(review: Review, *, hold_optional: bool = True, tell_of_holds: bool = True) -> Agenda:
    """Return all that has to be planned for `review` under its option, and what is over as it was.

    Parameters
    ----------
    hold_optional
        Whether activities that are held only where they fit (``auto``) are on the agenda.
    tell_of_holds
        Whether what holds do to the deadline is among the notices: the review is looked at without them for that.

    Raises
    ------
    InvalidReview
        A hold, a window or what is settled names an activity that is not on the agenda, what is settled contradicts
        itself, two activities have one id, or orders go round in a circle.
    """
    agenda = settle(_expand(with_what_is_over(review, hold_optional=hold_optional), hold_optional))
    if not (tell_of_holds and review.holds):
        return agenda
    return replace(agenda, notices=(*agenda.notices, *told_of_holds(agenda, hold_optional=hold_optional)))


def with_what_is_over(review: Review, *, hold_optional: bool = True) -> Review:
    """Return `review` with what is over as people have settled it: held, agreed for a day past, or not held after all.

    Raises
    ------
    InvalidReview
        As for `expand`; or nobody knows when, or by whom, something was held.
    """
    if not review.settled:
        return review
    review = without_undone(review)
    return replace(review, over=over_as_settled(_expand(review, hold_optional)))


def _expand(review: Review, hold_optional: bool) -> Agenda:
    """Return the agenda as it is before anything is fixed that people have agreed on."""
    option = review.option
    working_days = WorkingDays(review.holidays)
    span = review_span(review, option, working_days)
    notices = list(today_notices(review))
    groups: dict[str, dict[str, list[Activity]]] = {}
    optional: list[str] = []
    fixed = {one.activity for one in review.settled if one.state.takes_place}
    for template in option.templates:
        if template.when == "no" or (template.when == "auto" and not hold_optional and not fixed):
            continue
        made = list(_activities(within_shape(option.shape, template), review, span, working_days, notices))
        if template.when == "auto":
            # Whether it fits is not asked of what people have agreed on.
            made = [one for one in made if hold_optional or one[1].id in fixed]
            optional += [activity.id for _, activity in made if activity.id not in fixed]
        groups[template.id] = keyed(template, made)
    over = {booking.activity: booking for booking in review.over}
    planned = tuple(activity for group in groups.values() for ones in group.values() for activity in ones)
    activities = (*planned, *besides(review, planned))
    _check_ids(review, activities, hold_optional)
    dropped = dropped_of(review)
    rules = precedences(option.templates, option.orders, groups)
    working = [order for order in option.orders if precedences((), (order,), groups)]
    _check_order(review, rules)
    available = availability(review, span.report_end)
    leave = leave_of_leads(review, available, working_days, span.report_end)
    shape = without(shape_for(option.shape, planned, rules, span, working_days), dropped)
    planned, activities = (tuple(one for one in ones if one.id not in dropped) for ones in (planned, activities))
    return Agenda(
        review=review,
        option=option,
        activities=activities,
        precedences=open_orders(bridged(rules, dropped), over),
        daily_loads=open_loads(_daily_loads(option, planned), over),
        shape=shape,
        availability=within_windows(still_to_come(available, review, span.report_end), review, span.report_end),
        working_days=working_days,
        span_start=span.start,
        span_end=span.end,
        horizon_end=span.horizon_end,
        report_dates=ReportDates(option.milestones, working_days, leave, review.holds),
        optional=tuple(id for id in optional if id not in over and id not in dropped),
        notices=(
            *notices,
            *agenda_notices(review, planned, working),
        ),
    )


def told_of_holds(agenda: Agenda, *, hold_optional: bool = True) -> list[Notice]:
    """Return what the holds that are not past do to the deadline, a notice each; `hold_optional` as in `expand`."""
    return hold_notices(agenda, partial(_without, agenda, hold_optional))


def _without(agenda: Agenda, hold_optional: bool, hold: Hold) -> Agenda:
    """Return `agenda` as if there were no such hold."""
    others = tuple(other for other in agenda.review.holds if other is not hold)
    return expand(replace(agenda.review, holds=others), hold_optional=hold_optional, tell_of_holds=False)


def _activities(
    template: Template, review: Review, span: Span, working_days: WorkingDays, notices: list[Notice]
) -> Iterable[tuple[str, Activity]]:
    """Yield the activities of a template, each with the key of what it is for."""
    subjects = _subjects(template, review, notices)
    over = {booking.activity: booking for booking in review.over}
    for subject in subjects:
        for number in range(1, (1 if template.count is None else template.count) + 1):
            end = str(number) if template.count is not None else ""
            parts = ".".join(part for part in (subject.key, end) if part)
            id = f"{template.prefix}:{parts}" if parts else template.prefix
            shown = parts if subject.person is None else ""
            title = f"{template.title} {shown}".strip()
            first = review.commissioned if template.in_lead_in else span.start
            notice_from = review.commissioned if id in over else review.notice_from
            first = max(first, working_days.add(notice_from, template.notice_working_days))
            if id in over:
                activity = _activity(template, title, id, subject, review, first, span)
                yield subject.key, as_it_was(activity, over[id], review)
            else:
                first = max(first, review.earliest)
                yield subject.key, _activity(template, title, id, subject, review, first, span)
    if not subjects and template.for_each is ForEach.AUDIT:
        notices.append(Notice(f"{template.title}: there is none to plan", REVIEW_FILE))


def _subjects(template: Template, review: Review, notices: list[Notice]) -> list[Subject]:
    """Return what the activities of a template are for; one empty subject where it is not repeated."""
    match template.for_each:
        case ForEach.KEY_STAFF:
            case_group = review.with_role(Role.CASE_GROUP)
            ranked = sorted(
                (person for person in case_group if person.conversation_rank is not None),
                key=lambda person: person.conversation_rank or 0,
            )
            if not ranked and case_group:
                text = f"nobody has a rank for a conversation: planned with all {len(case_group)} of the case group"
                notices.append(Notice(text, PEOPLE_FILE))
            return [Subject(person.id, person) for person in ranked or case_group]
        case ForEach.FAMILY:
            if review.family is not FamilyApproach.CONVERSATION:
                return []
            return [Subject(person.id, person) for person in review.with_role(Role.FAMILY)]
        case ForEach.AUDIT:
            if review.audits:
                return [Subject(audit.id, agencies=audit.agencies) for audit in review.audits]
            return [Subject(f"f{number:02}") for number in range(1, review.option.whole("audits") + 1)]
        case ForEach.FOCUSED_REVIEW:
            focused = review.focused_reviews or (FocusedReview("fr1"),)
            return [Subject(one.id, case_group=one.case_group) for one in focused]
        case None:
            return [Subject("")]


def _activity(
    template: Template, title: str, id: str, subject: Subject, review: Review, first: date, span: Span
) -> Activity:
    """Return one activity, which cannot lie before `first`."""
    must, expected = invite(template, review, subject)
    names = {id, template.id, template.prefix}
    holds = [hold for hold in review.holds if hold.scope is HoldScope.ACTIVITY and hold.target in names]
    told_day = review.told_days.get(id)
    soonest = first if told_day is None else min(first, told_day)
    window = (soonest + timedelta(days=i) for i in range(max(0, (span.horizon_end - soonest).days)))
    return Activity(
        id=id,
        template=template.id,
        kind=template.kind,
        title=title,
        minutes=template.minutes,
        first=first,
        end=span.horizon_end,
        must=must,
        expected=expected,
        quorum=quorum(template.quorum, must, expected),
        panel=panel_for(template.panel, review, subject, must + expected) if template.panel else None,
        gap_minutes=template.gap_minutes,
        held=frozenset(day for day in window if day in span.held or any(hold.holds(day) for hold in holds)),
        room=template.room if review.rooms else RoomNeed.NONE,
        off_critical_path=template.off_critical_path,
        told_day=told_day,
        windows=windows_of(review, {*names, template.kind}),
    )


def _daily_loads(option: Option, activities: Sequence[Activity]) -> tuple[DailyLoad, ...]:
    """Return the rules of daily load; templates with the same limit share one."""
    limits: dict[int, list[str]] = {}
    for template in option.templates:
        if template.per_day is not None:
            ids = [activity.id for activity in activities if activity.template == template.id]
            limits.setdefault(template.per_day, []).extend(ids)
    return tuple(DailyLoad(tuple(ids), most) for most, ids in limits.items() if ids)


def _check_ids(review: Review, activities: Sequence[Activity], hold_optional: bool) -> None:
    mistakes: list[Mistake] = []
    seen: set[str] = set()
    for activity in activities:
        if activity.id in seen:
            expected = "expected an id that no other activity has"
            mistakes.append(Mistake(REVIEW_FILE, f'activity "{activity.template}".ids', f'"{activity.id}"', expected))
        seen.add(activity.id)
    names = {name for template in review.option.templates for name in (template.id, template.prefix)} | seen
    for number, hold in enumerate(review.holds, 1):
        if hold_optional and hold.scope is HoldScope.ACTIVITY and hold.target not in names:
            expected = f"expected an activity of {review.option.title}, such as activity:{activities[0].id}"
            hint = did_you_mean(hold.target, names)
            mistakes.append(Mistake(REVIEW_FILE, f"hold[{number}].scope", f'"activity:{hold.target}"', expected, hint))
    if hold_optional:
        mistakes += strange_names(review, activities)
    if mistakes:
        raise InvalidReview(mistakes)


def _check_order(review: Review, rules: Sequence[Precedence]) -> None:
    way = circle(rules)
    if way:
        path = REVIEW_FILE if review.settings.orders else f"{review.option.name}.toml"
        found = f"{', before '.join(way)}: that goes round in a circle"
        raise InvalidReview([Mistake(path, "order", found, "expected orders in which something comes first")])
