"""Random reviews made impossible by one change: ``python -m tests.support.impossible.fuzz FIRST LAST``.

The number of a review decides all of it. A review is one of the small possible ones with random numbers, people and
diaries; then one thing is changed, stronger and stronger, until nothing fits.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import ltsched
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview
from tests.support.impossible.bases import BASES, base
from tests.support.impossible.checking import Explained, faults, shown, tell
from tests.support.impossible.folder import Folder

__all__ = ["Impossible", "impossible", "main", "random_faults"]

FIRST_DAY = date(2027, 1, 12)
LAST_DAY = date(2027, 9, 30)
MEETINGS = {
    "full": ("set-up", "introduction", "review-team-meeting:2", "joint-meeting:1", "joint-meeting:2"),
    "intensive": ("introduction", "review-team-meeting:1", "joint-meeting:1", "joint-meeting:2"),
    "speed-plus": ("introduction", "review-team-meeting:3", "joint-meeting:2"),
    "mid-range": ("introduction", "review-team-meeting:1", "review-team-meeting:2", "joint-meeting:1"),
    "focused": ("introduction", "review-team-meeting:1", "event", "review-team-meeting:2"),
    "themed": ("introduction", "review-team-meeting:1", "audit", "event:fr1", "review-team-meeting:fr1.2"),
}
NOTES = ("annual leave", "Crown Court trial", "training course", "off sick", "board", "")
HOURS = ("Tue-Thu 09:00-17:00", "Mon-Fri 09:00-13:00", "Mon-Wed 10:00-16:00", "Mon 09:00-17:00; Fri 09:00-17:00")

Change = Callable[[Folder, random.Random, int], str]
"""Makes a folder harder, the more so the greater the number (0 to 3); returns what was done."""


def _absence(folder: Folder, dice: random.Random, hard: int) -> str:
    id = dice.choice(["l1", "l2", "t1", "t1", dice.choice(list(folder.people))])
    first = FIRST_DAY + timedelta(days=dice.randrange(60 // (hard + 1)))
    last = min(first + timedelta(days=60 + 70 * hard), LAST_DAY)
    note = dice.choice(NOTES)
    folder.away(id, str(first), str(last), note)
    return f"{id} away from {first} to {last}: {note or 'busy'}"


def _many_absences(folder: Folder, dice: random.Random, hard: int) -> str:
    ids = dice.sample([id for id in folder.people if id[0] in "tp"], 3 + hard)
    for id in ids:
        folder.entry(id, str(FIRST_DAY), str(LAST_DAY), dice.choice(NOTES) or "away day")
    return f"{', '.join(ids)} away for all of it"


def _hours(folder: Folder, dice: random.Random, hard: int) -> str:
    ids = dice.sample(["l1", "l2", "t1", "t2", "t3", "p1", "p2"], 1 + hard)
    works = {id: dice.choice(HOURS) for id in ids}
    for id in ids:
        folder.people[id]["works"] = works[id]
    return f"works: {works}"


def _window(folder: Folder, dice: random.Random, hard: int) -> str:
    activity = dice.choice(MEETINGS[folder.review["option"]])
    first = date(2027, 2, 1) + timedelta(days=dice.randrange(120))
    last = first + timedelta(days=12 >> hard)
    folder.add("window", activity=activity, from_=first, until=last)
    return f"window of {activity} from {first} to {last}"


def _window_of_hours(folder: Folder, dice: random.Random, hard: int) -> str:
    activity = dice.choice(MEETINGS[folder.review["option"]])
    hours = f"{9 + hard:02}:00-{17 - 2 * hard:02}:00"
    folder.add("window", activity=activity, hours=hours, weekdays=[dice.choice(["Mon", "Wed", "Fri"])])
    return f"window of {activity}: {hours}"


def _window_of_person(folder: Folder, dice: random.Random, hard: int) -> str:
    id = dice.choice(["l1", "l2", "t1"])
    last = date(2027, 5, 20) - timedelta(days=35 * hard)
    folder.add("window", person=id, until=last)
    return f"{id} until {last} only"


def _room(folder: Folder, dice: random.Random, hard: int) -> str:
    if dice.random() < 0.5:
        folder.rooms["r1"]["capacity"] = str(8 - 2 * hard)
        return f"r1 seats {8 - 2 * hard}"
    first = FIRST_DAY + timedelta(days=dice.randrange(40))
    last = first + timedelta(days=50 + 60 * hard)
    folder.entry("r1", str(first), str(last), "Building works")
    return f"r1 taken from {first} to {last}"


def _number(folder: Folder, dice: random.Random, hard: int) -> str:
    numbers: dict[str, object] = dice.choice(
        [
            {"analysis_to_joint_working_days": 25 * (hard + 1)},
            {"joint_meeting_notice_working_days": 60 + 30 * hard},
            {"span_weeks": 4 - hard, "meetings_apart_working_days": 10 + 8 * hard},
            {"joint_meeting_minutes": 480 + 30 * hard, "event_minutes": 480 + 30 * hard},
            {"review_team_meeting_minutes": 420 + 60 * hard},
            {"reviewers_per_conversation": 3 + hard},
            {"conversation_minutes": 240 + 90 * hard},
            {"block_working_days": 4 - hard},
            {"audit_gap_weeks": 8 + 10 * hard},
            {"review_team_meetings": 4 + 2 * hard},
        ]
    )
    folder.customise(**numbers)
    return f"numbers {numbers}"


def _hold(folder: Folder, dice: random.Random, hard: int) -> str:
    activity = dice.choice(MEETINGS[folder.review["option"]])
    scope = dice.choice([f"activity:{activity}", "person:l1", "person:t1", "review"])
    first = date(2027, 2, 1) + timedelta(days=dice.randrange(50))
    more = {} if hard > 1 and scope != "review" else {"until": first + timedelta(days=60 * (hard + 1))}
    folder.add("hold", scope=scope, from_=first, reason="criminal trial", **more)
    return f"hold on {scope} from {first} to {more.get('until', 'open')}"


def _independence(folder: Folder, dice: random.Random, hard: int) -> str:
    agency = dice.choice(["Police", "School", "Hospital Trust"])
    for id in ("l1", "l2", "t1", "t2", "t3", "t4")[: 2 + hard]:
        folder.people[id]["agency"] = agency
    return f"{2 + hard} of the reviewers are of {agency}"


def _agreed(folder: Folder, dice: random.Random, hard: int) -> str:
    ids = [id for id in MEETINGS[folder.review["option"]] if id != "audit"]
    activity = dice.choice(ids[: 1 + hard])
    day = date(2027, 5, 3) + timedelta(weeks=4 * hard, days=dice.choice([1, 2, 3]))
    folder.add("booking", activity=activity, start=day)
    return f"{activity} agreed for {day}"


CHANGES: tuple[Change, ...] = (
    _absence,
    _many_absences,
    _hours,
    _window,
    _window_of_hours,
    _window_of_person,
    _room,
    _number,
    _hold,
    _independence,
    _agreed,
)


@dataclass(frozen=True, slots=True)
class Impossible:
    """A random review that is impossible, and the change that made it so."""

    folder: Folder
    option: str
    done: str


def impossible(number: int, scratch: Path) -> Impossible:
    """Return the review of this number; folders on the way are written into `scratch`."""
    for turn in range(1000):
        dice = random.Random(f"impossible/{number}/{turn}")
        option = list(BASES)[number % len(BASES)]
        folder = _somewhat_busy(base(option), dice)
        if _status(folder, scratch) is not Status.OPTIMAL:
            continue
        change = CHANGES[(number // len(BASES) + turn) % len(CHANGES)]
        for hard in range(4):
            harder, again = folder.copy(), random.Random(f"impossible/{number}/{turn}/change")
            done = change(harder, again, hard)
            if _status(harder, scratch) is Status.INFEASIBLE:
                return Impossible(harder, option, done)
    raise AssertionError(f"no change made review {number} impossible")


def _somewhat_busy(folder: Folder, dice: random.Random) -> Folder:
    """Return a review with diaries that are somewhat full, some part-time weeks and some other numbers."""
    for id in folder.people:
        for _ in range(dice.randrange(6)):
            day = FIRST_DAY + timedelta(days=dice.randrange(150))
            hour = dice.randrange(8, 14)
            folder.entry(
                id, f"{day}T{hour:02}:00", f"{day}T{hour + dice.randrange(2, 5)}:00", dice.choice(NOTES) or "x"
            )
        if dice.random() < 0.1:
            folder.people[id]["works"] = dice.choice(["Mon-Thu 09:00-17:00", "Tue-Fri 09:30-16:30"])
    if dice.random() < 0.5:
        folder.rooms["r2"] = {"id": "r2", "name": "Small room", "capacity": "6"}
    if dice.random() < 0.3:
        folder.rooms.clear()
        folder.rooms["r1"] = {"id": "r1", "name": "Civic Centre", "capacity": "12"}
    if dice.random() < 0.3:
        folder.customise(conversation_notice_working_days=dice.choice([5, 15]))
    if dice.random() < 0.4:
        folder.review["deadline"] = date(2027, 7, 1)
    return folder


def _status(folder: Folder, scratch: Path) -> Status | None:
    shutil.rmtree(scratch / "tried", ignore_errors=True)
    try:
        return ltsched.plan(ltsched.read_review(folder.write(scratch / "tried"))).status
    except InvalidReview:
        return None


def random_faults(number: int, scratch: Path) -> Iterator[str]:
    """Yield what is wrong with the explanation of the review of this number."""
    one = impossible(number, scratch)
    found = Explained.of(one.folder.write(scratch / str(number)))
    own = list(faults(found))
    yield f"{one.option}: {one.done} ({found.seconds:.1f} s, {len(found.explanation.cures)} cures, {len(own)} faults)"
    yield from (f"  ! {fault}" for fault in own)
    if own:
        yield from (f"    {line}" for line in shown(found))


def main(first: int, last: int) -> int:
    """Look at the reviews from `first` to `last`; return how many have faults."""
    scratch, wrong, begun = Path(tempfile.mkdtemp(prefix="impossible-")), 0, time.process_time()
    for number in range(first, last + 1):
        try:
            lines = list(random_faults(number, scratch))
        except Exception:  # whatever is wrong with one, the others are looked at
            lines = [traceback.format_exc(), "  ! no answer"]
        wrong += any(line.startswith("  !") for line in lines)
        for line in lines:
            tell(f"{number}: {line}" if line is lines[0] else line)
    tell(f"{wrong} of {last - first + 1} with faults, in {time.process_time() - begun:.0f} s")
    shutil.rmtree(scratch)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]), int(sys.argv[2])) else 0)
