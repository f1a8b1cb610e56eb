"""The same review under another option: what that option needs and the review does not say is filled in, and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ltsched.domain.option import ForEach, Template
from ltsched.domain.people import Person, Role
from ltsched.domain.review import HoldScope, Review, Settings
from ltsched.errors import InvalidReview, Mistake
from ltsched.options.expand import expand
from ltsched.options.template import read_option, shipped_options

__all__ = ["Adapted", "adapt", "options_beside"]


@dataclass(frozen=True, slots=True)
class Adapted:
    """A review under an option, with a sentence for each thing that was assumed."""

    review: Review
    assumed: tuple[str, ...]


def options_beside(review: Review) -> tuple[str, ...]:
    """Return the options that a review is compared under: those that are shipped, and its own if it has one."""
    name, shipped = review.option.name, shipped_options()
    return shipped if name in shipped or review.folder is None else (*shipped, f"{name}.toml")


def adapt(review: Review, name: str, *, all_ranked: bool = False) -> Adapted:
    """Return `review` under the option `name`, over the same people and diaries.

    What the review changes in its own option and this one does not know is left out: activities, orders and holds on
    activities. Where conversations are usually few, the first by rank are held. Without an auditor the review team
    audits. All that is told in `assumed`.

    Parameters
    ----------
    review
        The review as it was read.
    name
        A shipped option, or the path of a ``.toml`` beside the review.
    all_ranked
        Hold conversations with all who have a rank, however many are usual.

    Raises
    ------
    InvalidReview
        There is no such option, or it is wrong in itself.
    """
    mistakes: tuple[Mistake, ...] = ()
    strange = _strange_numbers(review, name)
    known = {key: value for key, value in review.settings.customise.items() if key not in strange}
    assumed = [f"without {', '.join(strange)}, which only the option of the review knows"] if strange else []
    for settings, left_out in _tries(replace(review.settings, customise=known)):
        try:
            return _adapted(replace(review, settings=settings), name, left_out, assumed, all_ranked=all_ranked)
        except InvalidReview as error:
            mistakes = mistakes or error.mistakes
    raise InvalidReview(mistakes)


def _strange_numbers(review: Review, name: str) -> list[str]:
    """Return the numbers that the review changes and that only its own option has, where `name` is another one."""
    if name == f"{review.option.name}.toml":
        return []
    return [number for number in review.settings.customise if number in review.option.own_numbers]


def _tries(settings: Settings) -> Iterator[tuple[Settings, str]]:
    """Yield what the review changes, with less and less that another option may not know, and what was left out."""
    yield settings, ""
    if settings.orders:
        yield replace(settings, orders=()), "the orders of the review's own"
    if settings.activities:
        yield Settings(customise=settings.customise), "the activities and orders of the review's own"


def _adapted(review: Review, name: str, left_out: str, told: Sequence[str], *, all_ranked: bool) -> Adapted:
    assumed = list(told)
    mistakes: list[Mistake] = []
    known = frozenset(person.id for person in review.people)
    option = read_option(name, review.settings, folder=review.folder, known_ids=known, mistakes=mistakes)
    if option is None:
        raise InvalidReview(mistakes)
    if left_out:
        assumed.append(f"without {left_out}, which do not fit {option.title}")
    adapted = replace(review, option=option)
    held = [template for template in option.templates if template.when != "no" and template.count != 0]
    if not all_ranked:
        adapted = _with_key_staff(adapted, held, assumed)
    adapted = _with_auditors(adapted, held, assumed)
    adapted = _without_strange_settled(adapted, review, assumed)
    adapted = _without_strange_holds(adapted, assumed)
    adapted = _without_strange_past(adapted, review, assumed)
    if any(template.for_each is ForEach.AUDIT for template in held) and not review.audits:
        assumed.append(f"{option.whole('audits')} case files to audit: the review lists none")
    if any(template.for_each is ForEach.FOCUSED_REVIEW for template in held) and not review.focused_reviews:
        assumed.append("one focused review with the whole case group: the review lists none")
    if review.settings.orders or review.settings.activities:
        expand(adapted)  # whose orders may go round in a circle with those of this option
    return Adapted(adapted, tuple(assumed))


def _with_key_staff(review: Review, held: list[Template], assumed: list[str]) -> Review:
    """Return the review with no more conversations than the option usually has."""
    if not any(template.for_each is ForEach.KEY_STAFF for template in held):
        return review
    case_group = review.with_role(Role.CASE_GROUP)
    ranked = sorted((p for p in case_group if p.conversation_rank is not None), key=lambda p: p.conversation_rank or 0)
    key_staff = ranked or case_group
    most = review.option.whole("conversations-usual-most")
    if not most or len(key_staff) <= most:
        if case_group and not ranked:
            assumed.append(f"conversations with all {len(case_group)} of the case group: nobody has a rank")
        return review
    by = "by rank" if ranked else "in the order of the file, as nobody has a rank"
    assumed.append(f"conversations with the first {most} of {len(key_staff)} key staff, {by}")
    ranks = {person.id: rank for rank, person in enumerate(key_staff[:most], 1)}
    people = tuple(replace(person, conversation_rank=ranks.get(person.id)) for person in review.people)
    return replace(review, people=people)


def _with_auditors(review: Review, held: list[Template], assumed: list[str]) -> Review:
    """Return the review with the review team as auditors, where auditors are asked for and there are none."""
    asked = any(template.panel is not None and Role.AUDITOR in template.panel.pool for template in held)
    if not asked or review.with_role(Role.AUDITOR):
        return review
    assumed.append("the review team audits the files: nobody has the role auditor")
    return replace(review, people=tuple(map(_as_auditor, review.people)))


def _as_auditor(person: Person) -> Person:
    team = person.has(Role.REVIEW_TEAM)
    return replace(person, roles=(*person.roles, Role.AUDITOR)) if team else person


def _without_strange_holds(review: Review, assumed: list[str]) -> Review:
    """Return the review without holds on activities that are not on this agenda."""
    strange = set(_strange_holds(review))
    if not strange:
        return review
    assumed.append(f"without the hold on {', '.join(sorted(strange))}, which is not on the agenda")
    holds = (hold for hold in review.holds if hold.scope is not HoldScope.ACTIVITY or hold.target not in strange)
    return replace(review, holds=tuple(holds))


def _without_strange_settled(review: Review, before: Review, assumed: list[str]) -> Review:
    """Return the review without what is settled, and windows, of activities that are not on this agenda."""
    if review.option.name == before.option.name or not (review.settled or review.windows):
        return review
    activities = expand(replace(review, holds=(), settled=(), windows=())).activities
    ids = {activity.id for activity in activities}
    names = ids | {activity.kind for activity in activities} | _template_names(review)
    settled = tuple(one for one in review.settled if one.activity in ids)
    windows = tuple(window for window in review.windows if not window.activity or window.activity in names)
    strange = [one.activity for one in review.settled if one not in settled]
    if strange:
        assumed.append(f"without what is settled of {', '.join(dict.fromkeys(strange))}, which is not on the agenda")
    elsewhere = [window.activity for window in review.windows if window not in windows]
    if elsewhere:
        assumed.append(f"without the window of {', '.join(dict.fromkeys(elsewhere))}, which is not on the agenda")
    return replace(review, settled=settled, windows=windows)


def _without_strange_past(review: Review, before: Review, assumed: list[str]) -> Review:
    """Return the review without what is over and has no place under this option, unless it is that of the review."""
    if not review.over or review.option.name == before.option.name:
        return review
    known = {activity.id for activity in expand(replace(review, over=(), settled=())).activities}
    strange = [booking.activity for booking in review.over if booking.activity not in known]
    if strange:
        assumed.append(f"without what is over and not on the agenda: {', '.join(strange)}")
    return replace(review, over=tuple(booking for booking in review.over if booking.activity in known))


def _strange_holds(review: Review) -> Iterator[str]:
    targets = [hold.target for hold in review.holds if hold.scope is HoldScope.ACTIVITY]
    if not targets:
        return
    others = tuple(hold for hold in review.holds if hold.scope is not HoldScope.ACTIVITY)
    plain = replace(review, holds=others, settled=(), windows=())
    names = {activity.id for activity in expand(plain).activities} | _template_names(review)
    yield from (target for target in targets if target not in names)


def _template_names(review: Review) -> set[str]:
    return {name for template in review.option.templates for name in (template.id, template.prefix)}
