"""What comes of a change, on a screen."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console, RenderableType

from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Absence, Side, WhatIf
from ltsched.domain.reasons import Reason
from ltsched.domain.timetable import Status
from ltsched.report.screen.living.absence_table import absence_screen
from ltsched.report.screen.living.what_if_tables import what_if_screen
from tests.support.agendas import at, booking, timetable
from tests.support.sample import FIRST, JOINT, good, plan_with

PLAN = plan_with()
NOW = Side(Status.OPTIMAL, good(PLAN), staff_hours=40.5)
MUST = Reason("must attend", "t4 is a must at joint meetings (essential in people.csv)")
LATER = Side(
    Status.FEASIBLE,
    timetable(
        PLAN,
        [
            *(one for one in good(PLAN).bookings if one.activity != JOINT),
            booking(PLAN, JOINT, at(21, "10:00"), missing=("c1",), room="large"),
        ],
    ),
    staff_hours=38,
)


def shown(renderable: RenderableType) -> str:
    console = Console(width=80, color_system=None, highlight=False, emoji=False, markup=False)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def row(text: str, name: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if line.startswith(name)]
    return line.removeprefix(name).split()


def test_worse() -> None:
    """Each measure of both plans, who is missing at what, and what lies elsewhere."""
    found = WhatIf(Changes(without=("t4",)), NOW, LATER, moved=(JOINT,), needed=(), fallen=(FIRST,))
    text = shown(what_if_screen(found, PLAN.review))
    assert text.startswith("LT-TEST-1  what if: without t4\n")
    assert row(text, "Status") == ["proven", "not", "proven"]
    assert row(text, "Missed attendance, people") == ["1", "1"]
    assert row(text, "  by all others") == ["0", "1"]
    assert row(text, "Bookings elsewhere") == ["1", "(0", "to", "be", "no", "worse)"]
    assert row(text, "Staff hours") == ["40.5", "38"]
    assert "Who could not come any more\n c1  Name of c1  joint-meeting:1 (22 Mar)" in text
    assert "What would lie elsewhere" in text
    assert f"Falls away\n {FIRST}" in text
    assert text.splitlines()[-1].startswith("Worse: ") or "\nWorse: " in text


def test_impossible_and_if_they_were_no_must() -> None:
    """A third column, and the reason."""
    found = WhatIf(Changes(without=("t4",)), NOW, Side(Status.INFEASIBLE, reasons=(MUST,)), if_no_must=LATER)
    text = shown(what_if_screen(found, PLAN.review))
    assert row(text, "Status") == ["proven", "impossible", "not", "proven"]
    assert row(text, "Staff hours") == ["40.5", "–", "38"]
    assert "Why\n – t4 is a must at joint meetings (essential in people.csv)" in text
    assert text.endswith("Impossible: no timetable keeps all the rules then.\n")


def test_impossible_now_and_possible_then() -> None:
    """What is told of the plan as it is, is why there is none."""
    found = WhatIf(Changes(late={"t4": at(3, "00:00").date()}), Side(Status.INFEASIBLE, reasons=(MUST,)), LATER)
    text = shown(what_if_screen(found, PLAN.review))
    assert "Why it is impossible now\n – t4 is a must" in text
    assert text.endswith("Possible, which it is not now.\n")


def test_nothing_in_it_acts_on_a_terminal() -> None:
    """A reason is shown as it stands, without what would move the cursor."""
    rude = Reason("", "\x1b[2J[bold]:smile:")
    found = WhatIf(Changes(without=("t4",)), NOW, Side(Status.INFEASIBLE, reasons=(rude,)))
    assert " – [2J[bold]:smile:\n" in shown(what_if_screen(found, PLAN.review))


def test_a_line_for_each_person() -> None:
    """With the reason in few words, by how much it is worse, and who has not been looked at."""
    changes = Changes(without=("t4",))
    impossible = WhatIf(changes, NOW, Side(Status.INFEASIBLE, reasons=(MUST,)))
    worse = WhatIf(Changes(without=("c2",)), NOW, LATER, needed=(JOINT,), fallen=("conversation:c2",))
    nothing = replace(worse, then=NOW, needed=(), fallen=())
    people = (("t4", impossible), ("c2", worse), ("t1", nothing))
    text = shown(absence_screen(Absence(Changes(), NOW, people, ("t2", "t3")), PLAN.review))
    words = " ".join(text.split())
    assert "t4 Name of t4 impossible: a must at joint meetings" in words
    assert "c2 Name of c2 worse; best found," in words
    assert "proven; not heard" in words
    assert row(text, "t1  Name of t1") == ["nothing", "changes"]
    assert "nobody else" not in text
    assert text.endswith("Not looked at: t2, t3.\n")
    assert max(map(len, text.splitlines())) <= 80


def test_what_the_other_changes_come_to_alone() -> None:
    """The first line, where there are any."""
    base = WhatIf(Changes(deadline=at(9, "00:00").date()), NOW, LATER, needed=(JOINT,))
    text = shown(absence_screen(Absence(base.changes, NOW, (), (), base), PLAN.review))
    assert "the report due 10 Mar 2027 besides" in text
    assert "– nobody else worse" in " ".join(text.split())


def test_no_table_of_nobody() -> None:
    """Stopped before anybody was looked at: that is all there is to say."""
    text = shown(absence_screen(Absence(Changes(), NOW, (), ("t1", "t2")), PLAN.review))
    assert "Without them" not in text
    assert "Not heard" not in text
    assert text.endswith("Not looked at: t1, t2.\n")
