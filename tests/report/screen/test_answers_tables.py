"""Who has answered what, on a screen."""

from __future__ import annotations

from datetime import timedelta

from ltsched.domain.invitations.answered import Answered, Arrival, Fate
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Method, Told
from ltsched.report.screen.answers_tables import answers_table, arrivals_table, proposals_table, unanswered_table
from tests.support.agendas import at, person, review
from tests.support.made_up import HOSTILE
from tests.support.printing import printed

NOW = at(0, "09:00")


def issued(recipient: str, number: int = 1) -> Issued:
    """Return the invitation of somebody to the joint meeting of that number, a day after the one before."""
    start = at(6 + number, "10:00")
    activity, summary = f"joint-meeting:{number}", f"LT-1: joint meeting {number}"
    told = Told(activity, recipient, f"{recipient}@x.example", summary, start, start + timedelta(hours=2))
    return Issued(told, f"uid-{recipient}-{number}", 0, Method.REQUEST, "hash", NOW, 1)


def answer(to: Issued, said: Said, **more: object) -> Answer:
    return Answer(to.uid, to.sequence, said, NOW, to.told.email, **more)  # type: ignore[arg-type]  # any field of an answer


def state(said: dict[str, Said | None]) -> list[Answered]:
    """Return the first joint meeting with these answers by id."""
    return [Answered(issued(id), None if word is None else answer(issued(id), word)) for id, word in said.items()]


def test_a_booking_has_its_counts_and_the_ids_of_those_who_decline_or_are_unsure() -> None:
    """Whoever hands on an invitation is unsure, too."""
    table = answers_table(
        state({"a": Said.ACCEPTED, "b": Said.DECLINED, "c": Said.TENTATIVE, "d": Said.DELEGATED, "e": None})
    )
    shown = printed(table, width=120)
    assert "Mon 8 Mar 2027 Joint meeting 1 1 1 2 1 no b; maybe c, d" in shown
    assert "Joint meeting" not in printed(answers_table([]))


def test_answers_that_do_not_count_say_why() -> None:
    to = issued("p1")
    fates = {
        Fate.OUTDATED: "not counted: it was changed after this",
        Fate.REPLACED: "not counted: there is a later answer",
        Fate.KNOWN: "was recorded before",
        Fate.OF_ANOTHER: "not counted: p1@x.example was not invited to it",
    }
    for fate, words in fates.items():
        assert words in printed(arrivals_table([Arrival(fate, answer(to, Said.ACCEPTED), to)]), width=160)
    counted = printed(arrivals_table([Arrival(Fate.COUNTED, answer(to, Said.ACCEPTED), to)]), width=160)
    assert "counted" not in counted
    assert "p1 accepted Joint meeting 1" in counted
    strange = Arrival(Fate.COUNTED, answer(to, Said.ACCEPTED), to, "its SEQUENCE is 7")
    assert "counted, though its SEQUENCE is 7" in printed(arrivals_table([strange]), width=160)


def test_a_proposal_and_a_comment_are_shown_harmlessly() -> None:
    to = issued("p1")
    said = answer(to, Said.DECLINED, comment=HOSTILE, start=at(9, "14:00"), end=at(9, "16:00"))
    shown = printed(arrivals_table([Arrival(Fate.COUNTED, said, to)]), width=200)
    assert "proposes Wed 10 Mar 2027 14:00–16:00" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    table = proposals_table([Answered(to, said), Answered(issued("p2"), None)])
    assert table is not None
    assert printed(table) == "p1 Joint meeting 1 proposes Wed 10 Mar 2027 14:00–16:00"
    assert proposals_table([Answered(issued("p2"), None)]) is None


def test_who_has_not_answered_is_listed_by_person() -> None:
    """A long list by its length and the first; nobody if all have answered."""
    people = review([person("p1"), person("p2")])
    many = [Answered(issued("p1", number), None) for number in range(1, 6)]
    table = unanswered_table([*many, Answered(issued("p2"), None)], people)
    assert table is not None
    assert printed(table).splitlines() == [
        "p1 Name of p1 5 of 5, the first is Joint meeting 1 (8 Mar)",
        "p2 Name of p2 Joint meeting 1 (8 Mar)",
    ]
    assert unanswered_table(state({"a": Said.DECLINED}), people) is None
