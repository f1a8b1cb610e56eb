"""The clashes and what would help, on a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console, RenderableType

from ltsched.domain.explaining.explanation import Clash, Explanation
from ltsched.domain.explaining.telling import Telling
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.rules import Fact
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.doubt_words import doubts
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.report.screen.explaining.explanation_parts import (
    arithmetic_part,
    clash_part,
    close_part,
    cures_part,
    headline_part,
)
from tests.support.explained import explained, explained_agenda


def shown(*parts: RenderableType) -> str:
    """Return what stands on a wide screen, on one line."""
    console = Console(width=200, color_system=None)
    with console.capture() as capture:
        console.print(*parts)
    return " ".join(capture.get().split())


def telling(**more: Any) -> Telling:
    return telling_of(explained(**more), explained_agenda())


def test_one_sentence_says_it_all() -> None:
    said = "No timetable is possible: the joint meeting has no day on which Dana Example (t1) can come."
    assert shown(headline_part(telling())) == said


@pytest.mark.parametrize("clashes", [(), (Clash(("joint-meeting:1", "set-up"), (), smallest=False),)])
def test_without_a_clash_it_says_no_more_than_is_known(clashes: tuple[Clash, ...]) -> None:
    said = shown(headline_part(telling(clashes=clashes, arithmetic=())))
    assert said in (
        "No timetable is possible: all of it together does not fit.",
        "No timetable is possible: the joint meeting and the set-up meeting do not fit together.",
    )


def test_without_a_clash_the_reason_is_said_that_is_known() -> None:
    """What counting says besides, with enough of it, is none."""
    over, enough = Reason("window", "the time is over", cure=Advice("more time")), Reason("capacity", "enough")
    said = shown(headline_part(telling(clashes=(), arithmetic=(enough, over))))
    assert said == "No timetable is possible: the time is over."


def test_a_clash_that_is_not_shown_to_be_the_smallest_says_so() -> None:
    clash = explained().clashes[0]
    assert "Not shown to be the smallest" in shown(
        clash_part(telling(clashes=(replace(clash, smallest=False),)).clashes[0])
    )
    assert "Not shown to be the smallest" not in shown(clash_part(telling().clashes[0]))
    assert "was not found out" in shown(clash_part(telling(clashes=(replace(clash, facts=()),)).clashes[0]))


def test_of_a_clash_that_may_be_too_large_only_some_is_shown() -> None:
    """No diary of which no day was found to matter is told at all, on the screen or in a file."""
    many = tuple(Fact("window", ("joint-meeting:1",), number, "span-weeks") for number in range(20))
    clash = Clash(("joint-meeting:1",), (*many, Fact("diary", ("c1",), kind="leave")), smallest=False)
    (told,) = telling(clashes=(clash,)).clashes
    assert len(told.facts) == 20
    said = shown(clash_part(told))
    assert said.count("can be within its time only") == 12
    assert "and 8 more, which may have no part in it" in said
    (sure,) = telling(clashes=(replace(clash, smallest=True),)).clashes
    assert len(sure.facts) == 21
    assert "more, which" not in shown(clash_part(sure))


def test_several_clashes_have_numbers_and_words_of_their_own() -> None:
    said = shown(clash_part(telling().clashes[0], 2))
    assert said.startswith(
        "2. The joint meeting has no day on which Dana Example (t1) can come – Dana Example (t1) must come"
    )


def test_a_cure_says_what_it_brings_and_what_to_write_where() -> None:
    said = shown(cures_part(telling().cures))
    assert (
        "1. If Dana Example (t1) could come on Wed 17 Mar 2027 (also on Thu 18 Mar) → report Fri 9 Apr 2027; "
        "2 absences in busy.csv, one more row: t1,2027-03-17,2027-03-17,free 2. If" in said
    )
    assert "3." not in shown(cures_part(telling().cures, most=2))
    assert shown(cures_part(())) == "Nothing was found that would help."


def test_nothing_that_counting_says_is_said_twice() -> None:
    (reason,) = explained().arithmetic
    assert shown(*arithmetic_part((reason, reason))).count("needs 6 hours") == 1
    assert arithmetic_part(()) == []


def test_of_much_that_is_close_to_impossible_the_first_is_said() -> None:
    reasons = [Reason("near", f"meeting {number} has one day") for number in range(7)]
    said = shown(*close_part(reasons))
    assert said.startswith("Close to impossible – Meeting 0 has one day")
    assert said.endswith("2 more: `ltsched check --json` has all")
    assert close_part(()) == []


def test_of_several_reasons_the_first_two_are_in_the_sentence() -> None:
    first = explained().clashes[0]
    other = Clash(("set-up",), ())
    told = telling(clashes=(first, other, other))
    assert told.headline.ids == (
        "No timetable is possible: joint-meeting:1 has no day on which t1 can come, "
        "and set-up has no day that is left for it; 1 more."
    )


def test_what_is_not_proven_is_said() -> None:
    assert doubts(telling()) == ()
    (said,) = doubts(telling(all_found=False))
    assert said == "Each of these helps: all was planned with it. That nothing cheaper helps too is not proven."
    assert len(doubts(telling(all_found=False, stopped="there was no time to find out more"))) == 2
    (none,) = doubts(telling(all_found=False, cures=()))
    assert none == "There may be something that helps: not all was tried."


def test_no_name_of_anybody_is_in_what_files_say() -> None:
    """Names are for screens and pages; files have ids."""
    told = telling()
    said = [told.headline, *(clash.said for clash in told.clashes), *(cure.said for cure in told.cures)]
    said += [fact.said for clash in told.clashes for fact in clash.facts]
    said += [cure.also_said for cure in told.cures] + [step.said for cure in told.cures for step in cure.steps]
    assert any("Dana Example" in one.names for one in said)
    assert not any("Dana Example" in one.ids for one in said)


def test_an_explanation_of_what_fits_has_no_headline() -> None:
    told = telling_of(Explanation(Status.OPTIMAL), explained_agenda())
    assert told.headline.names == ""
