"""Cut the candidates to what the stages leave, once these are held to what they have reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, Early, OneWeek, monday
from ltsched.domain.stages.table import FINISH, MISSED_ATTENDANCE, SHAPE
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates
from ltsched.model.overlaps import Overlaps
from ltsched.model.tighten import tighten

__all__ = ["within_limits"]

ONE_DAY = timedelta(days=1)


def within_limits(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], limits: Mapping[str, int], proven: bool
) -> dict[str, Candidates]:
    """Return the candidates without the starts that alone would break a limit of a stage.

    With all stages `proven`, no plan has less than the limits either, and the last meeting and the week are known to
    the day. Nothing goes that a plan within the limits could use.
    """
    left = _missed(agenda, found, limits[MISSED_ATTENDANCE])
    left = _finish(agenda, grid, left, limits[FINISH], proven)
    shape = agenda.shape
    if isinstance(shape, OneWeek):

        def in_week(slot: int) -> bool:
            weeks = (monday(grid.days[slot // grid.slots_a_day]) - shape.first_monday).days // 7
            return weeks == limits[SHAPE] if proven else weeks <= limits[SHAPE]

        left = _only(left, shape.activities, in_week)
    if isinstance(shape, Early):
        since = [agenda.working_days.count(shape.since, day) for day in grid.days]
        left = _only(left, shape.activities, lambda slot: since[slot // grid.slots_a_day] <= limits[SHAPE])
    left = tighten(agenda, grid, left)
    return tighten(agenda, grid, _blocks(agenda, shape, grid, left)) if isinstance(shape, Blocks) else left


def _only(found: Mapping[str, Candidates], ids: tuple[str, ...], keep: Callable[[int], bool]) -> dict[str, Candidates]:
    left = dict(found)
    for id in ids:
        if id in left:
            left[id] = left[id].only(bit_set([slot for slot in left[id].starts if keep(slot)]))
    return left


def _missed(agenda: Agenda, found: Mapping[str, Candidates], limit: int) -> dict[str, Candidates]:
    """Leave out the starts at which so many are away that all others at their best would still exceed the limit."""
    away = {id: {slot: len(own.activity.invited) - own.come[slot] for slot in own.starts} for id, own in found.items()}
    best = {id: min(costs.values(), default=0) for id, costs in away.items()}
    spare = limit - sum(best.values())
    left = dict(found)
    for id, own in found.items():
        left[id] = own.only(bit_set([slot for slot in own.starts if away[id][slot] <= best[id] + spare]))
    return left


def _finish(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], limit: int, proven: bool
) -> dict[str, Candidates]:
    commissioned = agenda.review.commissioned
    reports = [agenda.working_days.count(commissioned, agenda.report_dates.final_report(day)) for day in grid.days]
    last = tuple(activity.id for activity in Overlaps.of(agenda).last_ones(agenda.activities))
    exact = proven and len(last) == 1

    def keep(slot: int) -> bool:
        report = reports[slot // grid.slots_a_day]
        return report == limit if exact else report <= limit

    return _only(found, last, keep)


def _blocks(agenda: Agenda, shape: Blocks, grid: TimeGrid, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Leave out the days of a block that are too far from a day on which some activity of the blocks must lie.

    From the latest of the first days back, and from the earliest of the last days on, a block has its working days.
    """
    count, most = agenda.working_days.count, shape.most_working_days
    windows: list[list[date]] = []
    for ids in (shape.first, shape.second):
        own = [found[id] for id in ids if id in found and found[id].starts]
        if not own:
            return dict(found)
        latest_first = grid.days[max(one.starts[0] // grid.slots_a_day for one in own)]
        earliest_last = grid.days[min(one.starts[-1] // grid.slots_a_day for one in own)]
        windows.append(
            [
                day
                for day in grid.days
                if count(day, latest_first + ONE_DAY) <= most and count(earliest_last, day + ONE_DAY) <= most
            ]
        )
    second = windows[1]
    if not second:
        return dict(found)
    lowest = second[0] - timedelta(days=shape.most_days)
    highest = second[-1] - timedelta(days=shape.least_days)
    left = _only(found, shape.second, lambda slot: second[0] <= grid.days[slot // grid.slots_a_day] <= second[-1])
    # The first block ends between `lowest` and `highest`, and starts no more than its length before.
    earliest_end = next((day for day in grid.days if day >= lowest), grid.days[0])

    def in_first(slot: int) -> bool:
        day = grid.days[slot // grid.slots_a_day]
        return day <= highest and count(day, earliest_end + ONE_DAY) <= most

    return _only(left, shape.first, in_first)
