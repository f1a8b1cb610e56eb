"""Trade-offs on a screen of 80 columns."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.report.screen.living.tradeoffs_tables import tradeoffs_parts, tradeoffs_title
from tests.support.printing import printed
from tests.support.traded import only_one, tradeoffs


def shown(found: Tradeoffs) -> str:
    text = "\n".join(printed(part) for part in (tradeoffs_title(found), *tradeoffs_parts(found)))
    assert max(map(len, text.splitlines())) <= 80
    return text


def flat(text: str) -> str:
    return " ".join(text.split())


def test_points_with_their_costs_and_how_to_choose_them() -> None:
    """Missing, report, late, gain, flag; who it is; the lines of review.toml."""
    text = flat(shown(tradeoffs()))
    assert "LT-TEST-1 Test: what an earlier report costs, due Wed 7 Apr 2027" in text
    assert "Missing Final report Late Earlier by plan --choose" in text
    assert "1 Mon 12 Apr 2027 3 missed-attendance=1" in text
    assert "2 Thu 1 Apr 2027 – 11 days, 7 working missed-attendance=2" in text
    assert "1 missing c2 at Joint meeting 1 (31 Mar) 2 missing also t2 at Joint meeting 1 (31 Mar)" in text
    assert (
        '2 missing order = ["late-days", "missed-attendance", "finish"] tolerance = { missed-attendance = 1 }' in text
    )
    assert "the report may be late" in text


def test_what_is_held_and_what_is_not_proven() -> None:
    """Each by how much it may be better; nothing is shown as proven that is not."""
    text = flat(shown(tradeoffs()))
    assert "Held: no late days and 2 missing, each the least there can be." in text
    assert "3 if needed t1 at Joint meeting 1 (31 Mar)" in text
    assert "0 if needed nobody" in text
    said = "3 if needed is not proven: perhaps 1 would do; the report may come up to 2 working days earlier"
    assert said in text
    assert "Not all is proven" in text
    assert "Proven" not in text


def test_without_anything_to_choose() -> None:
    text = flat(shown(only_one()))
    assert "Nothing to choose: the report of 12 Apr 2027 is the earliest with 1 missing" in text
    assert "no more people missing would bring it forward" in text
    assert "no more time that is if-needed would bring it forward" in text
    assert "plan --choose" not in text
    assert "Proven: there is no better point" in text


def test_what_somebody_stopped_says_so() -> None:
    found = tradeoffs(interrupted=True, deadline=None, left_out=("findings-meeting",))
    text = flat(shown(replace(found, frontiers=found.frontiers[:1])))
    assert "Stopped by you: these are the points so far" in text
    assert "no deadline" in text
    assert "Left out, because with it there is no time: findings-meeting." in text
