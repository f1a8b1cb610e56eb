"""An option: what a kind of review consists of, as data that has been read and resolved.

The words are those of the option files (``ltsched/options/*.toml``); every number in them has been looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ltsched.domain.numbers import NUMBERS, Number, Setting

__all__ = [
    "ForEach",
    "Kind",
    "MilestoneTemplate",
    "Option",
    "OrderTemplate",
    "Pairing",
    "PanelTemplate",
    "RoomNeed",
    "ShapeKind",
    "ShapeTemplate",
    "Template",
]


class Kind(StrEnum):
    """The kinds of bookings."""

    SET_UP = "set-up"
    INTRODUCTION = "introduction"
    CONVERSATION = "conversation"
    FAMILY_CONVERSATION = "family-conversation"
    REVIEW_TEAM_MEETING = "review-team-meeting"
    JOINT_MEETING = "joint-meeting"
    EVENT = "event"
    AUDIT = "audit"
    FINDINGS_MEETING = "findings-meeting"
    OTHER = "other"


class ForEach(StrEnum):
    """What an activity is repeated for."""

    KEY_STAFF = "key-staff"
    FAMILY = "family"
    AUDIT = "audit"
    FOCUSED_REVIEW = "focused-review"


class RoomNeed(StrEnum):
    """Whether an activity takes a room where the review has rooms."""

    NEEDED = "needed"
    IF_FREE = "if-free"
    NONE = "none"


class Pairing(StrEnum):
    """Which of `before` precede which of `after` in an order.

    all
        Each of `before` precedes each of `after`.
    share
        With R of `before` and J of `after`, the k-th of `after` follows number ⌈k·R/J⌉ of `before`, and the next of
        `before` follows it: analysis and joint meetings take turns.
    half
        The first half (rounded up) of `before` precedes all of `after`; the rest follow them.
    last
        The last of `before` precedes each of `after`.
    last-before
        Each of `before` precedes the last of `after` that must come before the first of `then`; where there is none,
        it precedes the first of `then`.
    """

    ALL = "all"
    SHARE = "share"
    HALF = "half"
    LAST = "last"
    LAST_BEFORE = "last-before"


class ShapeKind(StrEnum):
    """What a review looks like in time."""

    SPREAD = "spread"
    BLOCKS = "blocks"
    WEEK = "week"
    DAY = "day"
    EARLY = "early"


@dataclass(frozen=True, slots=True)
class PanelTemplate:
    """Who holds an activity: `size` people of the `pool` of roles, at least `least_leads` of them lead reviewers.

    `independent`: nobody of the same agency, no line manager, and nobody who takes part in the case as a practitioner.
    `different_agencies`: no two of one agency where the review is multi-agency.
    """

    pool: tuple[str, ...]
    size: int
    least_leads: int = 0
    independent: bool = False
    different_agencies: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """An activity of an option, before it is repeated and people are put to it.

    Parameters
    ----------
    id
        The word by which orders and shapes name it.
    prefix
        What the ids of its activities start with.
    minutes
        Its length.
    count
        How many there are (of each, with `for_each`); None for one without a number in its id.
    for_each
        Repeat for each of these; None for no repetition.
    must, expected
        Roles or ids of people. Who must come need not be named again in `expected`.
    quorum
        The least share (0 to 1) of all who are expected, those who must come included.
    panel
        Who holds it, where reviewers are chosen; else None.
    gap_minutes
        Kept free of this review's other bookings for the panel, afterwards.
    per_day
        Most of these that one member of the panel holds in a day; None for no limit.
    notice_working_days
        Counted from the day of commissioning.
    in_lead_in
        May lie in the lead-in.
    room
        Whether it takes a room.
    when
        ``yes``, ``no`` or ``auto`` (held where it fits the deadline).
    essential
        People marked as essential must come.
    off_critical_path
        Does not count as the last meeting, and only has to come before the final report.
    numbers
        The names of the numbers that it takes, but for those that say whether it is held, and how often.
    """

    id: str
    kind: Kind
    title: str
    minutes: int
    prefix: str = ""
    count: int | None = None
    for_each: ForEach | None = None
    must: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    quorum: float = 0.0
    panel: PanelTemplate | None = None
    gap_minutes: int = 0
    per_day: int | None = None
    notice_working_days: int = 0
    in_lead_in: bool = False
    room: RoomNeed = RoomNeed.NONE
    when: str = "yes"
    essential: bool = False
    off_critical_path: bool = False
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OrderTemplate:
    """One activity before another.

    `place` is where the review itself says so (``order[2]``), empty for an order of the option; `numbers` are the
    names of the numbers that it takes. Gaps count from the day of `before` to the day of `after`. `least_weeks` and
    `most_weeks` count calendar weeks, the others working days; None means no limit.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    pairing: Pairing = Pairing.ALL
    then: str = ""
    least_working_days: int = 0
    most_working_days: int | None = None
    least_weeks: int | None = None
    most_weeks: int | None = None
    place: str = ""
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ShapeTemplate:
    """The shape of an option.

    Parameters
    ----------
    kind
        What it is about.
    of, besides
        The templates it holds for: those in `of`, or, where `of` is empty, all but those in `besides`.
    tolerance_days
        spread: working days that a meeting may lie from its even position.
    working_days
        blocks: the greatest length of a block.
    split_at
        blocks: the template whose first activity opens the second block.
    least_weeks, most_weeks
        blocks: from the end of the first to the start of the second.
    """

    kind: ShapeKind
    of: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    tolerance_days: int = 0
    working_days: int = 5
    split_at: str = ""
    least_weeks: int = 0
    most_weeks: int = 52


@dataclass(frozen=True, slots=True)
class MilestoneTemplate:
    """A date that follows from the last meeting: `working_days` after the milestone `after`.

    An empty `after` means the last meeting.
    """

    id: str
    title: str
    after: str
    working_days: int


@dataclass(frozen=True, slots=True)
class Option:
    """A whole option, resolved.

    `numbers` has every number, with the review's changes in it; `changed` names those that the review changed, and
    `used_anyway` those that count whatever is on the agenda; all others count only through their templates and orders.
    `own_numbers` tells of those that only this option has; `stated` names the numbers and the templates of which the
    source of the option states what they are: to change them costs more than to change what was only inferred.
    `fullness` orders the options by the strength of their evidence (more is fuller; 0 is not ranked).
    """

    name: str
    title: str
    summary: str
    numbers: Mapping[str, Setting]
    templates: tuple[Template, ...]
    orders: tuple[OrderTemplate, ...]
    shape: ShapeTemplate
    milestones: tuple[MilestoneTemplate, ...]
    fullness: int = 0
    changed: frozenset[str] = field(default_factory=frozenset)
    used_anyway: frozenset[str] = field(default_factory=frozenset)
    own_numbers: Mapping[str, Number] = field(default_factory=dict)
    stated: frozenset[str] = field(default_factory=frozenset)

    @property
    def unused(self) -> frozenset[str]:
        """The numbers of every option that nothing in this one uses, not even what is not held."""
        by_templates = (template.numbers for template in self.templates)
        by_orders = (order.numbers for order in self.orders)
        return frozenset(self.numbers) - self.used_anyway.union(self.own_numbers, *by_templates, *by_orders)

    @property
    def idle(self) -> frozenset[str]:
        """The changed numbers that nothing uses which is held."""
        held = {template.id for template in self.templates if template.when != "no"}
        by_templates = (template.numbers for template in self.templates if template.id in held)
        by_orders = (
            order.numbers for order in self.orders if held.intersection(order.before) and held.intersection(order.after)
        )
        return self.changed - self.used_anyway.union(*by_templates, *by_orders)

    def template(self, id: str) -> Template:
        """Return the template `id`; KeyError if there is none."""
        for template in self.templates:
            if template.id == id:
                return template
        raise KeyError(id)

    def about(self, name: str) -> Number:
        """Return what is known of the number `name`: its unit, limits and meaning; KeyError if there is none."""
        return self.own_numbers.get(name) or NUMBERS[name]

    def whole(self, name: str) -> int:
        """Return the number `name`, which is a whole one."""
        value = self.numbers[name]
        if not isinstance(value, int):
            raise TypeError(f"{name} is {value!r}, not a whole number")
        return value
