"""The same review under another option: what is filled in or left out is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.people import Person, Role
from ltsched.domain.review import AuditFile, FocusedReview, HoldScope, Review, Settings
from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder
from ltsched.options.adapt import adapt, options_beside
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from tests.support.agendas import MONDAY, day, hold, person, review
from tests.support.reading import CAST, sound
from tests.support.shipped import shipped_review
from tests.support.small_reviews import small_folder

TEAM_AUDITS = "the review team audits the files: nobody has the role auditor"
NO_FILES = "10 case files to audit: the review lists none"
NO_FOCUSED = "one focused review with the whole case group: the review lists none"
FINDINGS_ORDER = '[[order]]\nbefore = ["event"]\nafter = ["findings-meeting"]\n'


def case_group(count: int, *, ranked: bool) -> tuple[Person, ...]:
    """Return a case group; those with a rank are ranked from the last of the file to the first."""
    ranks = range(count, 0, -1) if ranked else [None] * count
    return tuple(person(f"c{n}", Role.CASE_GROUP, conversation_rank=rank) for n, rank in enumerate(ranks, 1))


def of(*people: Person, name: str = "full", **more: object) -> Review:
    """Return a review of a lead reviewer, a review team and `people`."""
    return review([*CAST[:5], *people], option=sound(name), **more)


def talks(adapted: Review) -> list[str]:
    return [each.must[0] for each in expand(adapted).activities if each.kind is Kind.CONVERSATION]


@pytest.mark.parametrize("name", shipped_options())
@pytest.mark.parametrize("other", shipped_options())
def test_every_scenario_can_be_held_under_every_option(name: str, other: str) -> None:
    """Something is on its agenda, nothing is a mistake, and the review that was read is as it was."""
    read = shipped_review(name)
    before = replace(read)
    adapted = adapt(read, other)
    assert adapted.review.option.name == other
    assert expand(adapted.review).activities
    assert read == before
    assert adapted.review.diaries is read.diaries


@pytest.mark.parametrize("name", shipped_options())
def test_under_its_own_option_a_review_is_what_it_was(name: str) -> None:
    """Nothing is assumed where nothing is wanting."""
    read = shipped_review(name)
    adapted = adapt(read, name)
    assert adapted.assumed == ()
    assert adapted.review == read


@pytest.mark.parametrize(
    ("count", "ranked", "held", "assumed"),
    [
        (8, True, "c8 c7 c6 c5 c4 c3", ("conversations with the first 6 of 8 key staff, by rank",)),
        (
            8,
            False,
            "c1 c2 c3 c4 c5 c6",
            ("conversations with the first 6 of 8 key staff, in the order of the file, as nobody has a rank",),
        ),
        (6, True, "c6 c5 c4 c3 c2 c1", ()),
        (6, False, "c1 c2 c3 c4 c5 c6", ("conversations with all 6 of the case group: nobody has a rank",)),
        (0, False, "", ()),
    ],
)
def test_usually_there_are_not_more_than_six(count: int, ranked: bool, held: str, assumed: tuple[str, ...]) -> None:
    """Mid-range holds the first six; whom it leaves out keeps a place in the review, without a conversation."""
    read = of(*case_group(count, ranked=ranked))
    adapted = adapt(read, "mid-range")
    assert talks(adapted.review) == held.split()
    assert adapted.assumed == assumed
    assert [each.id for each in adapted.review.people] == [each.id for each in read.people]
    assert read.people[5:] == case_group(count, ranked=ranked)


@pytest.mark.parametrize("name", ["full", "intensive", "speed-plus", "mid-range"])
def test_a_sweep_of_conversations_holds_them_all(name: str) -> None:
    """However many are usual; and an option without a usual number holds all anyway."""
    read = of(*case_group(8, ranked=True))
    adapted = adapt(read, name, all_ranked=True)
    assert (len(talks(adapted.review)), adapted.assumed) == (8, ())
    assert len(talks(adapt(read, "full").review)) == 8


def test_who_audits_and_what_where_the_review_does_not_say() -> None:
    """The review team, as many files as the option has, one focused review: each is told."""
    read = of(*case_group(2, ranked=True))
    adapted = adapt(read, "themed")
    assert adapted.assumed == (TEAM_AUDITS, NO_FILES, NO_FOCUSED)
    assert [each.id for each in adapted.review.with_role(Role.AUDITOR)] == ["t1", "t2", "t3"]
    assert adapted.review.person("t1").roles == (Role.REVIEW_TEAM, Role.AUDITOR)
    assert not read.with_role(Role.AUDITOR)


def test_what_the_review_says_of_audits_holds() -> None:
    """Its auditors, its files, its focused reviews: nothing is assumed, and nobody becomes an auditor."""
    read = review(CAST, option=sound("full"), audits=(AuditFile("f1"),), focused_reviews=(FocusedReview("fr1"),))
    adapted = adapt(read, "themed")
    assert adapted.assumed == ()
    assert adapted.review.people == read.people


@pytest.mark.parametrize("name", [name for name in shipped_options() if name != "themed"])
def test_options_without_audits_assume_nothing_of_them(name: str) -> None:
    """Nobody has a rank, nobody is an auditor: only what concerns the option is told."""
    assert not any("audit" in text or "focused" in text for text in adapt(of(), name).assumed)


def test_a_hold_on_what_is_not_on_the_agenda_is_left_out() -> None:
    """Each with its name, once; holds on the rest, on activities by template or id among them, stay."""
    holds = (
        hold(HoldScope.ACTIVITY, MONDAY, day(3), "joint-meeting:2"),
        hold(HoldScope.ACTIVITY, MONDAY, day(3), "event"),
        hold(HoldScope.ACTIVITY, day(9), day(10), "event"),
        hold(HoldScope.ACTIVITY, MONDAY, day(3), "conversation"),
        hold(HoldScope.PERSON, MONDAY, day(3), "t1"),
        hold(HoldScope.REVIEW, MONDAY, day(1)),
    )
    read = of(*case_group(1, ranked=True), holds=holds)
    adapted = adapt(read, "mid-range")
    assert adapted.review.holds == holds[3:]
    assert adapted.assumed == ("without the hold on event, joint-meeting:2, which is not on the agenda",)
    assert read.holds == holds


def test_a_hold_on_a_conversation_that_is_left_out_goes_with_it() -> None:
    """The seventh by rank has no conversation under Mid-range, and no hold on it."""
    held = hold(HoldScope.ACTIVITY, MONDAY, day(3), "conversation:c1")
    adapted = adapt(of(*case_group(7, ranked=True), holds=(held,)), "mid-range")
    assert adapted.review.holds == ()
    assert len(adapted.assumed) == 2


@pytest.mark.parametrize(
    ("own", "what"),
    [
        (FINDINGS_ORDER, "orders"),
        ('[[activity]]\nid = "event"\nminutes = 300\n', "activities and orders"),
        (f'[[activity]]\nid = "event"\nminutes = 300\n{FINDINGS_ORDER}', "activities and orders"),
    ],
)
def test_what_only_one_option_knows_is_left_out(tmp_path: Path, own: str, what: str) -> None:
    """Orders and activities around the one-day event of Focused: told under Full, and held under Focused."""
    read = read_review_folder(small_folder(tmp_path / "review", own), option="focused")
    assert adapt(read, "focused").assumed == ()
    assert adapt(read, "focused").review.option == read.option
    adapted = adapt(read, "full")
    assert adapted.assumed == (f"without the {what} of the review's own, which do not fit Full",)
    assert adapted.review.option.whole("joint-meetings") == 1, "the numbers of the review hold under each option"
    assert expand(adapted.review).activities


def test_own_activities_stay_where_only_the_orders_do_not_fit(tmp_path: Path) -> None:
    """As much of what the review changes as an option understands."""
    own = f'[[activity]]\nid = "briefing"\ntitle = "Briefing"\nminutes = 60\nmust = ["l1"]\n{FINDINGS_ORDER}'
    adapted = adapt(read_review_folder(small_folder(tmp_path / "review", own), option="focused"), "full")
    assert adapted.assumed == ("without the orders of the review's own, which do not fit Full",)
    assert expand(adapted.review).activity("briefing").must == ("l1",)


def test_own_orders_that_contradict_an_option_are_left_out(tmp_path: Path) -> None:
    """Without effect under Full, against the order of Speed+: one option must not cost the comparison of six."""
    own = '[[order]]\nbefore = ["findings-meeting"]\nafter = ["joint-meeting"]\n'
    read = read_review_folder(small_folder(tmp_path / "review", own), option="full")
    assert expand(adapt(read, "full").review).activities
    adapted = adapt(read, "speed-plus")
    assert expand(adapted.review).activities
    assert adapted.assumed == ("without the orders of the review's own, which do not fit Speed+",)


def test_an_option_beside_the_review_is_an_option(tmp_path: Path) -> None:
    """By its path; its mistakes are those of the file."""
    folder = small_folder(tmp_path / "review")
    text = 'based-on = "focused"\ntitle = "Ours"\nsummary = "ours"\n'
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    read = read_review_folder(folder)
    assert adapt(read, "ours.toml").review.option.title == "Ours"
    (folder / "ours.toml").write_text(f"{text}[numbers]\nspan-weeks = -1\n", encoding="utf-8")
    with pytest.raises(InvalidReview, match=r"ours\.toml.*span-weeks"):
        adapt(read, "ours.toml")


@pytest.mark.parametrize("name", ["medium", "none.toml", "", "../full"])
def test_an_option_that_is_none(name: str) -> None:
    """A mistake, and not a crash."""
    with pytest.raises(InvalidReview) as caught:
        adapt(of(), name)
    assert caught.value.mistakes
    with pytest.raises(InvalidReview):
        adapt(of(settings=Settings(orders=({"before": ["x"]},))), name)


def test_a_review_is_compared_under_its_own_option_too(tmp_path: Path) -> None:
    """Beside those that are shipped; one of those is not there twice."""
    folder = small_folder(tmp_path / "review")
    (folder / "ours.toml").write_text('based-on = "focused"\ntitle = "Ours"\nsummary = "ours"\n', encoding="utf-8")
    own = read_review_folder(folder, "ours.toml")
    assert options_beside(own) == (*shipped_options(), "ours.toml")
    assert adapt(own, "ours.toml").review.option.title == "Ours"
    assert options_beside(read_review_folder(folder)) == shipped_options()


def test_what_is_settled_of_what_an_option_lacks_is_left_out(tmp_path: Path) -> None:
    """Focused holds no conversations: neither what is agreed of one nor the window of all is a mistake there."""
    own = """
[[booking]]
activity = "conversation:c1"
state = "dropped"
[[booking]]
activity = "set-up"
start = 2027-01-13T09:07:00
[[window]]
activity = "conversation"
weekdays = ["Mon"]
"""
    read = read_review_folder(small_folder(tmp_path / "review", own))
    adapted = adapt(read, "focused")
    assert adapted.assumed == (
        "without what is settled of conversation:c1, which is not on the agenda",
        "without the window of conversation, which is not on the agenda",
    )
    assert expand(adapted.review).activity("set-up").agreed is not None
    assert adapt(read, "mid-range").review.settled == read.settled
