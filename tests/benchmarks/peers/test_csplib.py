"""Problem 046 of CSPLib, on small pages made up in its format: read, planned, and checked against plain search."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.peers.__main__ import main
from benchmarks.peers.by_search import TooHard, least_last_slot, solve
from benchmarks.peers.checks import check_problem
from benchmarks.peers.csplib import MeetingProblem, NotUnderstood, problems, verdicts
from ltsched.domain.timetable import Status

PAGE_AS_SEEN = """Instances are described by:

\tNumberOfMeetings             - Number of meetings

**Instance #1**

NumberOfMeetings\t\t  = 3
NumberOfAgents\t\t\t  = 2
DomainSize\t\t\t  = 4

Agents Meetings:
 Agents (0): 0 1
 Agents (1): 1 2

Between Meetings Distance:
     0  1  2
 0:  0  1  2
 1 : 1  0  1
 2:  2  1  0

Estimated P1=0.41 P2=0.24

__Instance #2__

NumberOfMeetings = 2
NumberOfAgents = 1
DomainSize = 3

Agents Meetings:
 Agents (0): 0 1

Between Meetings Distance:
     0  1
 0:  0  2
 1:  2  0
"""
PAGE = PAGE_AS_SEEN.replace("\n", "  \n")
"""With two blanks at the end of each line, as the page has them."""

RESULTS = """__Instance #1__
 The instance is satisfiable and has the following solution:
   Meeting 0 scheduled at time 0
   Meeting 1 scheduled at time 1
   Meeting 2 scheduled at time 3

__Instance #2__
 The instance is infeasible.
"""
SECONDS = float("inf")


def test_a_page_is_read() -> None:
    """Slots, the meetings of each agent, distances; two meetings without an agent in common may be at once."""
    one, two = problems(PAGE)
    assert one == MeetingProblem(1, 4, ((0, 1), (1, 2)), ((0, 1, 2), (1, 0, 1), (2, 1, 0)))
    assert one.apart() == {(0, 1): 1, (1, 2): 1}
    assert two.slots == 3


def test_results_are_read() -> None:
    """The slots of a solution, and None for no solution."""
    assert verdicts(RESULTS) == {1: {0: 0, 1: 1, 2: 3}, 2: None}


def test_meetings_too_near_are_told() -> None:
    """A difference of a slot is too little for a distance of 1, and a difference of two is enough."""
    one = problems(PAGE)[0]
    assert one.broken_by({0: 0, 1: 1, 2: 3}) == [(0, 1)]
    assert one.broken_by({0: 0, 1: 2, 2: 0}) == []
    assert one.broken_by({0: 0, 1: 4, 2: 0}) == [(1, 1)]


def test_ltsched_and_search_agree() -> None:
    """One has its last meeting in slot 2 at the earliest, and a published solution that does not hold; two has none."""
    one, two = (check_problem(problem, verdicts(RESULTS), SECONDS) for problem in problems(PAGE))
    assert (one.searched, one.last, one.bound, one.status) == (2, 2, 2, Status.OPTIMAL)
    assert one.published_faults == ("meetings 0 and 1 are too near",)
    assert (two.searched, two.last, two.status, two.published) == (None, None, Status.INFEASIBLE, False)
    assert one.faults == two.faults == ()


def test_a_wrong_verdict_does_not_fit() -> None:
    """Where the results say that there is no solution, and ltsched has one, somebody is wrong."""
    row = check_problem(problems(PAGE)[0], {1: None}, SECONDS)
    assert row.faults == ("ltsched has a solution, and it is said to be impossible",)


@pytest.mark.parametrize("distance", range(4))
def test_the_distance_is_exact(distance: int) -> None:
    """Two meetings fit into distance + 2 slots, and not into one less, however far they are."""
    table = ((0, distance), (distance, 0))
    fits = check_problem(MeetingProblem(1, distance + 2, ((0, 1),), table), {}, SECONDS)
    assert (fits.last, fits.searched, fits.faults) == (distance + 1, distance + 1, ())
    tight = check_problem(MeetingProblem(1, distance + 1, ((0, 1),), table), {}, SECONDS)
    assert (tight.status, tight.searched) == (Status.INFEASIBLE, None)


def test_a_search_that_does_not_end_is_told() -> None:
    """It never passes for "no solution"."""
    one = problems(PAGE)[0]
    with pytest.raises(TooHard):
        solve(one, 4, most_steps=1)
    assert least_last_slot(one) == 2


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("NumberOfAgents\t\t\t  = 2", "", "instance 1: there is no NumberOfAgents = …"),
        (" Agents (1): 1 2  \n", "", "instance 1: 1 lines of agents, and NumberOfAgents = 2"),
        (" 2:  2  1  0  \n", "", "instance 1: the table of distances is not 3 by 3"),
        ("Agents (1): 1 2", "Agents (1): 1 7", "instance 1: there is no meeting 7, the last is 2"),
    ],
)
def test_what_is_not_understood_is_told(old: str, new: str, words: str) -> None:
    """A page that is not as expected is an error that says which instance and what."""
    with pytest.raises(NotUnderstood, match=words.replace("(", r"\(")):
        problems(PAGE.replace(old, new))


def test_the_command_tells_a_line_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdicts side by side, and what of the published results does not hold; exit code 0 as ours does."""
    (tmp_path / "instances.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "results.md").write_text(RESULTS, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["peers", "csplib", str(tmp_path)])
    assert main() == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1].split()[:4] == ["1", "solution", "2", "2"]
    assert told[2].strip() == "the published solution does not hold: meetings 0 and 1 are too near"
    assert told[3].split()[:4] == ["2", "impossible", "impossible", "impossible"]


def test_a_folder_without_files_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message says what should be there; exit code 2."""
    monkeypatch.setattr(sys, "argv", ["peers", "csplib", str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "has no instances.md" in capsys.readouterr().err
