"""Who has answered what, on a screen, and who has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from ltsched.domain.invitations.answered import Answered, Arrival, Fate
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.review import Review
from ltsched.domain.words.wording import clock_span, day_and_clock, day_text, harmless
from ltsched.report.screen.invitation_tables import told_what, told_when
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.screen.people_list import on_day, people_list

__all__ = ["answers_table", "arrivals_table", "proposals_table", "telephone_table", "unanswered_table"]

MOST_LISTED = 3
FATES = {
    Fate.COUNTED: "",
    Fate.REPLACED: "not counted: there is a later answer",
    Fate.OUTDATED: "not counted: it was changed after this",
    Fate.KNOWN: "was recorded before",
}


def arrivals_table(arrivals: Iterable[Arrival]) -> Table:
    """Return the answers that have come in, a row each, with what becomes of them."""
    table = plain_table("Who", "Answer", "To what", " ", whole=("Who", "Answer"))
    for arrival in arrivals:
        answer, to = arrival.answer, arrival.to.told if arrival.to is not None else None
        notes = [f"by telephone{_taken(answer)}"] if answer.by_telephone else []
        notes += [_proposal(answer)] if answer.start is not None else []
        if arrival.fate is Fate.OF_ANOTHER:
            notes.append(f"not counted: {harmless(answer.sender)} was not invited to it")
        elif FATES.get(arrival.fate):
            notes.append(FATES[arrival.fate])
        if arrival.note:
            notes.append(f"counted, though {arrival.note}" if arrival.fate is Fate.COUNTED else arrival.note)
        if answer.comment:
            notes.append(f"“{harmless(answer.comment)}”")
        table.add_row(
            cell(harmless(to.recipient if to is not None else answer.sender)),
            cell(str(answer.said), "" if answer.said is Said.ACCEPTED else "yellow"),
            cell(f"{told_what(to)}\n{told_when(to)}" if to is not None else ""),
            cell("\n".join(notes)),
        )
    return table


def answers_table(answered: Sequence[Answered]) -> Table:
    """Return the bookings, a row each, with how many of those invited have said what; the last column has the ids."""
    counted = ("Yes", "No", "Maybe", "Open")
    table = plain_table("When", "What", *counted, "Who", numbers=counted, whole=("When", *counted))
    for group in _by_booking(answered):
        first = group[0].issued.told
        said: dict[Said | None, list[str]] = {}
        for one in group:
            said.setdefault(one.answer.said if one.answer else None, []).append(one.issued.told.recipient)
        maybe = [*said.get(Said.TENTATIVE, []), *said.get(Said.DELEGATED, [])]
        counts = [len(said.get(word, [])) for word in (Said.ACCEPTED, Said.DECLINED)]
        counts += [len(maybe), len(said.get(None, []))]
        table.add_row(
            cell(f"{day_text(first.start.date())}\n{clock_span(first.start, first.end)}"),
            cell(told_what(first)),
            *(Text(str(count or "–"), justify="right") for count in counts),
            _who(said, maybe),
        )
    return table


def _by_booking(answered: Sequence[Answered]) -> Iterable[Sequence[Answered]]:
    """Return the invitations of each booking together; somebody who has not been told of a move is apart."""
    groups: dict[tuple[object, ...], list[Answered]] = {}
    for one in answered:
        told = one.issued.told
        groups.setdefault((told.start, told.end, told.activity), []).append(one)
    return groups.values()


def _who(said: Mapping[Said | None, Sequence[str]], maybe: Sequence[str]) -> Text:
    who = Text(overflow="fold")
    for word, ids in (("no", said.get(Said.DECLINED, ())), ("maybe", maybe)):
        if ids:
            who.append("; " if who else "")
            who.append(f"{word} {', '.join(map(harmless, ids))}", style="yellow")
    return who


def proposals_table(answered: Iterable[Answered]) -> Table | None:
    """Return the other times that people propose, a row each; None if nobody does."""
    table = plain_table("", "", "")
    for one in answered:
        if one.answer is not None and one.answer.start is not None:
            told = one.issued.told
            table.add_row(cell(harmless(told.recipient)), cell(told_what(told)), cell(_proposal(one.answer)))
    return table if table.row_count else None


def telephone_table(answered: Iterable[Answered]) -> Table | None:
    """Return the answers that count and were given by telephone, a row each; None if there are none."""
    table = plain_table("Who", "Answer", "To what", "When, and who took it", whole=("Who", "Answer"))
    for one in answered:
        told, answer = one.issued.told, one.answer
        if answer is None or not answer.by_telephone:
            continue
        moment = answer.at.astimezone(told.start.tzinfo)
        notes = [f"{day_and_clock(moment)}{_taken(answer)}"]
        if answer.comment:
            notes.append(f"“{harmless(answer.comment)}”")
        table.add_row(
            cell(harmless(told.recipient)),
            cell(str(answer.said), "" if answer.said is Said.ACCEPTED else "yellow"),
            cell(told_what(told)),
            cell("\n".join(notes)),
        )
    return table if table.row_count else None


def _taken(answer: Answer) -> str:
    return f", taken by {harmless(answer.taken_by)}" if answer.taken_by else ""


def _proposal(answer: Answer) -> str:
    if answer.start is None or answer.end is None:
        return ""
    return f"proposes {day_text(answer.start.date())} {clock_span(answer.start, answer.end)}"


def unanswered_table(answered: Sequence[Answered], review: Review) -> Table | None:
    """Return who has not answered to what, by person; None if everybody has answered everything.

    A long list is told by its length and the first in time.
    """
    invited = Counter(one.issued.told.recipient for one in answered)
    still: dict[str, list[str]] = {}
    for one in answered:
        told = one.issued.told
        if one.answer is None:
            still.setdefault(told.recipient, []).append(on_day(told_what(told), told.start.date()))
    for id, open_ones in still.items():
        if len(open_ones) > MOST_LISTED:
            still[id] = [f"{len(open_ones)} of {invited[id]}", f"the first is {open_ones[0]}"]
    return people_list(still, review) if still else None
