"""An option put to a review: which activities there are, who comes, and which rules hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Person, Role
from ltsched.domain.review import AuditFile, FamilyApproach, FocusedReview, Settings
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneDay, OneWeek, Spread
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from tests.support.agendas import person, review, room
from tests.support.reading import CAST, customised, expanded, sound

FAMILY: dict[str, Any] = {"family": FamilyApproach.CONVERSATION}
TALKS = {"conversation:c2", "conversation:c1"}
TEAM = {f"review-team-meeting:{n}" for n in range(1, 6)}
JOINT = {"joint-meeting:1", "joint-meeting:2"}
OPENING = {"set-up", "introduction"}
EXPECTED = {
    "full": OPENING | TALKS | TEAM | JOINT,
    "intensive": OPENING | TALKS | TEAM | JOINT,
    "speed-plus": OPENING | TALKS | TEAM | JOINT | {"findings-meeting"},
    "mid-range": OPENING | TALKS | {f"review-team-meeting:{n}" for n in (1, 2, 3)} | {"joint-meeting:1"},
    "focused": OPENING | {"review-team-meeting:1", "review-team-meeting:2", "event"},
    "themed": OPENING
    | {f"audit:f{n:02}" for n in range(1, 11)}
    | {"review-team-meeting:1", "review-team-meeting:2"}
    | {"review-team-meeting:fr1.1", "review-team-meeting:fr1.2", "event:fr1"},
}


def ids(plan: Agenda) -> set[str]:
    return {activity.id for activity in plan.activities}


def texts(plan: Agenda) -> list[str]:
    return [str(notice) for notice in plan.notices]


@pytest.mark.parametrize("name", shipped_options())
def test_the_activities_of_each_option(name: str) -> None:
    """Exactly these; each once, with an id that starts with its kind."""
    plan = expanded(name)
    assert ids(plan) == EXPECTED[name]
    assert len(plan.activities) == len(EXPECTED[name])
    assert all(activity.id.startswith(activity.kind.value) for activity in plan.activities)


@pytest.mark.parametrize(
    ("name", "shape"),
    list(zip(shipped_options(), (Spread, Blocks, OneWeek, Early, OneDay, Early), strict=True)),
)
def test_the_shape_of_each_option(name: str, shape: type) -> None:
    assert isinstance(expanded(name).shape, shape)


@pytest.mark.parametrize("name", shipped_options())
def test_families_are_heard_in_every_option(name: str) -> None:
    """Where the approach is a conversation: one for each relative, off the critical path; otherwise none."""
    plan = expanded(name, **FAMILY)
    assert ids(plan) == EXPECTED[name] | {"family-conversation:f1"}
    talk = plan.activity("family-conversation:f1")
    assert talk.off_critical_path
    assert talk.must == ("f1",)
    assert talk.panel is not None
    assert (talk.panel.size, talk.panel.least_leads) == (2, 1)


@pytest.mark.parametrize("approach", [None, *(each for each in FamilyApproach if each != "conversation")])
def test_other_approaches_book_nothing(approach: FamilyApproach | None) -> None:
    assert ids(expanded("full", family=approach)) == EXPECTED["full"]


def test_conversations_follow_the_rank() -> None:
    """First comes whom the user ranked first, whatever the order of the file; who has no rank has none."""
    talks = [activity.id for activity in expanded("full").activities if activity.kind is Kind.CONVERSATION]
    assert talks == ["conversation:c2", "conversation:c1"]


def test_nobody_ranked_means_everybody() -> None:
    """The whole case group in the order of the file, and a warning; with an empty case group, nobody and none."""
    unranked = [*CAST[:5], person("c9", Role.CASE_GROUP), person("c8", Role.CASE_GROUP)]
    plan = expanded("mid-range", unranked)
    talks = [activity.id for activity in plan.activities if activity.kind is Kind.CONVERSATION]
    assert talks == ["conversation:c9", "conversation:c8"]
    assert "nobody has a rank for a conversation: planned with all 2 of the case group" in texts(plan)
    assert not any("rank" in text for text in texts(expanded("mid-range", CAST[:5])))


@pytest.mark.parametrize(("count", "warned"), [(6, False), (7, True)])
def test_mid_range_warns_above_six(count: int, warned: bool) -> None:
    """Usually there are not more than six: the seventh is held, and told."""
    ranked = [person(f"c{n}", Role.CASE_GROUP, agency="x", conversation_rank=n) for n in range(1, count + 1)]
    plan = expanded("mid-range", [*CAST[:5], *ranked])
    assert sum(activity.kind is Kind.CONVERSATION for activity in plan.activities) == count
    assert any("usually there are not more than 6" in text for text in texts(plan)) is warned
    assert not any("usually" in text for text in texts(expanded("full", [*CAST[:5], *ranked])))


def test_who_comes_to_what() -> None:
    """Leads must; the review team is expected; joint meetings have the case group, and essential people must."""
    plan = expanded("full")
    assert plan.activity("set-up").must == ("l1", "l2")
    assert plan.activity("set-up").expected == ("t1", "t2", "t3")
    assert plan.activity("introduction").expected == ("t1", "t2", "t3", "c1", "c2", "c3")
    assert plan.activity("review-team-meeting:1").expected == ("t1", "t2", "t3")
    assert plan.activity("joint-meeting:1").must == ("l1", "l2", "c2")
    assert plan.activity("joint-meeting:1").expected == ("t1", "t2", "t3", "c1", "c3")
    assert expanded("focused").activity("event").must == ("l1", "l2", "c2")


def test_the_quorums_of_the_source() -> None:
    """0.75 of five is four; 0.6 of eight is five."""
    plan = expanded("full")
    quorums = {id: plan.activity(id).quorum for id in ("set-up", "introduction", "joint-meeting:2")}
    assert quorums == {"set-up": 4, "introduction": 5, "joint-meeting:2": 5}


def test_who_holds_a_conversation_is_independent() -> None:
    """Not of the same agency (however it is written), not the line manager, not a practitioner of the case."""
    both = person("b1", Role.REVIEW_TEAM, Role.CASE_GROUP, agency="Fire")
    ranked = [*CAST[:5], both, *(p for p in CAST[5:8]), person("c4", Role.CASE_GROUP, line_manager="t3", agency="X")]
    plan = expanded("full", [p if p.conversation_rank else _ranked(p) for p in ranked])
    pools = {a.id: a.panel.pool for a in plan.activities if a.kind is Kind.CONVERSATION and a.panel}
    assert pools["conversation:c1"] == ("l1", "l2", "t1", "t3")
    assert pools["conversation:c2"] == ("l1", "l2", "t1", "t2", "t3")
    assert pools["conversation:c4"] == ("l1", "l2", "t1", "t2")


def _ranked(one: Person) -> Person:
    return replace(one, conversation_rank=9) if one.has(Role.CASE_GROUP) and one.id != "b1" else one


def test_the_loads_of_a_day() -> None:
    """Three conversations a day for one reviewer, those with the family among them; four in Speed+; none for audits."""
    assert expanded("full", **FAMILY).daily_loads == (
        DailyLoad(("conversation:c2", "conversation:c1", "family-conversation:f1"), 3),
    )
    assert [load.most for load in expanded("speed-plus").daily_loads] == [4]
    assert expanded("themed").daily_loads == ()


def test_audits_are_shared_out_by_two_of_different_agencies() -> None:
    """Where the review is multi-agency; the same agency in other letters is the same."""
    panel = expanded("themed").activity("audit:f01").panel
    assert panel is not None
    assert (panel.pool, panel.size, panel.apart) == (("a1", "a2", "a3"), 2, (frozenset({"a1", "a2"}),))


def test_audits_listed_in_the_review() -> None:
    """Each file is one; a file of one agency may be read by two of one agency, one of two agencies not."""
    files = (AuditFile("f04", ("Health",)), AuditFile("f05", ("Health", "Police")))
    plan = expanded("themed", audits=files)
    panels = {a.id: a.panel for a in plan.activities if a.kind is Kind.AUDIT}
    assert list(panels) == ["audit:f04", "audit:f05"]
    assert panels["audit:f04"] is not None
    assert panels["audit:f04"].apart == ()
    assert panels["audit:f05"] is not None
    assert panels["audit:f05"].apart


def test_one_auditor_reads_alone() -> None:
    """A pool of one gives a panel of one; a pool of none gives none, and a warning for each file."""
    panel = expanded("themed", [p for p in CAST if p.id not in ("a2", "a3")]).activity("audit:f01").panel
    assert panel is not None
    assert (panel.pool, panel.size) == (("a1",), 1)
    bare = expanded("themed", [p for p in CAST if not p.has(Role.AUDITOR)])
    assert "audit:f01: nobody of the review comes to it" in texts(bare)


def test_no_audits_are_told() -> None:
    """A themed review of no files is planned without them, and says so."""
    plan = expanded(customised("themed", {"audits": 0}))
    assert "Case-file audit: there is none to plan" in texts(plan)


def test_focused_reviews_have_their_own_case_groups() -> None:
    """Each its two meetings and its event, with its own practitioners, in its own order, after the audits."""
    focused = (FocusedReview("fr1", ("c1",)), FocusedReview("fr2", ("c2", "c3")))
    plan = expanded("themed", focused_reviews=focused)
    assert {id for id in ids(plan) if "fr" in id} == {
        *("review-team-meeting:fr1.1", "review-team-meeting:fr1.2", "event:fr1"),
        *("review-team-meeting:fr2.1", "review-team-meeting:fr2.2", "event:fr2"),
    }
    assert plan.activity("event:fr1").expected == ("t1", "t2", "t3", "c1")
    assert plan.activity("event:fr1").must == ("l1", "l2"), "the essential c2 belongs to the other one"
    assert plan.activity("event:fr2").must == ("l1", "l2", "c2")
    assert plan.activity("introduction").expected[-3:] == ("c1", "c2", "c3")
    pairs = {(rule.before, rule.after) for rule in plan.precedences}
    assert ("review-team-meeting:fr1.1", "event:fr1") in pairs
    assert ("event:fr1", "review-team-meeting:fr1.2") in pairs
    assert ("review-team-meeting:fr1.1", "event:fr2") not in pairs
    assert ("audit:f01", "event:fr2") in pairs


def test_rooms_are_asked_for_only_where_there_are_any() -> None:
    """Without a rooms.csv nothing needs one; with one, meetings need it and conversations take one if free."""
    assert {activity.room for activity in expanded("full").activities} == {RoomNeed.NONE}
    plan = expanded("full", rooms=(room("r1"),))
    assert plan.activity("joint-meeting:1").room is RoomNeed.NEEDED
    assert plan.activity("conversation:c1").room is RoomNeed.IF_FREE
    assert plan.activity("set-up").room is RoomNeed.NEEDED


@pytest.mark.parametrize("name", shipped_options())
def test_every_meeting_takes_a_room(name: str) -> None:
    """In every option: a findings meeting too. Conversations take one that is free, and files are read anywhere."""
    plan = expanded(customised(name, {"findings-meeting": "yes"}), rooms=(room("r1"),), **FAMILY)
    assert any(activity.kind is Kind.FINDINGS_MEETING for activity in plan.activities)
    for each in plan.activities:
        if each.kind in (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION):
            assert each.room is RoomNeed.IF_FREE
        else:
            assert each.room is (RoomNeed.NONE if each.kind is Kind.AUDIT else RoomNeed.NEEDED), each.id


def test_two_activities_of_one_id_are_a_mistake() -> None:
    """An own activity whose ids are those of another."""
    settings = Settings(
        activities=({"id": "visit", "ids": "set-up", "title": "Visit", "minutes": 60, "must": ["lead-reviewer"]},)
    )
    with pytest.raises(InvalidReview, match="expected an id that no other activity has"):
        expanded(sound("full", settings))


def test_a_change_without_effect_is_told() -> None:
    """Focused has no joint meetings to make longer."""
    plan = expanded(customised("focused", {"joint-meeting-minutes": 60}))
    assert "customise.joint-meeting-minutes has no effect in Focused" in texts(plan)


@pytest.mark.parametrize(("findings", "there", "optional"), [("yes", 1, 0), ("no", 0, 0), ("auto", 1, 1)])
def test_the_findings_meeting(findings: str, there: int, optional: int) -> None:
    """Held, not held, or held where it fits."""
    option = customised("full", {"findings-meeting": findings})
    plan = expanded(option)
    assert Counter(activity.kind for activity in plan.activities)[Kind.FINDINGS_MEETING] == there
    assert len(plan.optional) == optional
    without = expand(review(CAST, option=option), hold_optional=False)
    assert Counter(a.kind for a in without.activities)[Kind.FINDINGS_MEETING] == there - optional
    assert without.optional == ()
