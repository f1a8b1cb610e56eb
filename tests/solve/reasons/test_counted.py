"""What counting says as reasons, and without the solver."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import DailyLoad
from ltsched.solve.reasons.counted import capacity
from tests.support.agendas import activity, agenda, conversation, day, person

SCENARIOS = Path(__file__).parents[3] / "scenarios"
POOL = ("l1", "l2", "t1")
PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency=""), person("t1")]
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 9)]


def held(talks: int, days: int = 4) -> Agenda:
    """Return conversations that two of three hold, one a day each."""
    made = [conversation(each.id, POOL) for each in STAFF[:talks]]
    load = DailyLoad(tuple(one.id for one in made), 1)
    return agenda([*PEOPLE, *STAFF[:talks]], made, daily_loads=[load], days=days)


def test_there_is_room_is_said_so() -> None:
    """Six conversations take the twelve places that three people have on four days; four leave a half."""
    (just,) = capacity(held(6))
    assert just.text.startswith("there is just room: 6 conversations × 2 reviewers, each 120 minutes and then 30 free")
    assert "l1, l2 and t1 are the only three who may hold any; from Mon 1 Mar 2027 to Thu 4 Mar 2027" in just.text
    assert "each of them has room for 4: there is room for at most 12 in all" in just.text
    assert just.cure is None
    (room,) = capacity(held(4))
    assert room.text.startswith("there is room: 4 conversations")
    assert (room.rule, room.numbers, room.dates) == ("capacity", {"needed": 8, "possible": 12}, (day(0), day(4)))


def test_what_is_short_has_advice() -> None:
    """And does not say that there is room."""
    reason = capacity(held(7))[0]
    assert not reason.text.startswith("there is")
    assert reason.numbers["needed"] > reason.numbers["possible"]
    assert reason.cure is not None
    assert reason.cure.text in reason.text


def test_people_and_activities_have_names_where_these_are_asked_for() -> None:
    """Ids stay ids in the data."""
    made = [activity(f"m{n}", must=("t1",), minutes=240) for n in range(4)]
    plan = agenda([person("t1")], made, days=2)
    (named,) = capacity(plan)
    assert "Name of t1 (t1) is needed for 4 activities" in named.said
    assert "which take 16 h; from Mon 1 Mar 2027 to Tue 2 Mar 2027 there are at most 16 h for it on" in named.said
    assert named.ids == ("m0", "m1", "m2", "m3", "t1")
    assert named.numbers == {"needed_minutes": 960, "possible_minutes": 960}
    assert named.text == named.said.replace("Name of t1 (t1)", "t1")


def test_all_that_is_short_is_told_and_the_rest_up_to_a_number() -> None:
    """Whatever the number is."""
    made = [activity(f"{id}{n}", must=(id,), minutes=240) for id in ("t1", "t2", "t3") for n in range(5)]
    made += [activity(f"t4{n}", must=("t4",), minutes=240) for n in range(4)]
    plan = agenda([person(f"t{n}") for n in range(1, 5)], made, days=2)
    assert [reason.cure is not None for reason in capacity(plan, most=1)] == [True] * 3
    assert [reason.cure is not None for reason in capacity(plan)] == [True] * 3 + [False]


def test_neither_capacity_nor_warnings_load_the_solver() -> None:
    """Nor anything else that takes long: they are there at once."""
    code = (
        "import sys, ltsched\n"
        f"review = ltsched.read_review({str(SCENARIOS / 'speed-plus')!r})\n"
        "assert ltsched.capacity(review)\n"
        "ltsched.early_warnings(review)\n"
        "print([name for name in ('ortools', 'pandas', 'numpy') if name in sys.modules])\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
