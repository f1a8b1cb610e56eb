"""What programs of others answer to an invitation is recorded as what it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from ltsched.domain.invitations.answered import Fate
from ltsched.domain.invitations.answers import Said
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.files.invitations.recording import Recording, record_replies
from tests.interop.cases import Case, Issued
from tests.interop.conftest import ANSWERED_REVIEWS, ANSWERED_RUNS, ANSWERS, COUNTERED, Readings
from tests.interop.programs import WRITERS

FORMS = ("ics", "eml")


def moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def mail(text: str, method: str, sender: str) -> bytes:
    """Return the mail in which an answer comes, as calendar programs send it."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "reviews@partnership.example"
    message["Subject"] = "Re: invitation"
    message["Date"] = "Sat, 02 Jan 2027 09:00:00 +0000"
    message.set_content("An answer.")
    message.add_alternative(text, subtype="calendar", params={"method": method})
    return message.as_bytes()


def recorded(made: Issued, run: str, answers: Mapping[Case, Mapping[str, str]], form: str, folder: Path) -> Recording:
    """Record answers, each in a file of its own, in the ledger as it was after `run`."""
    (folder / LEDGER_FILE).write_bytes(made.ledgers[run])
    (folder / "answers").mkdir()
    for number, (case, texts) in enumerate(answers.items()):
        for word, text in texts.items():
            method = "COUNTER" if word == "COUNTER" else "REPLY"
            data = mail(text, method, case.due.invitation.told.email) if form == "eml" else text.encode()
            (folder / "answers" / f"{number}.{word}.{form}").write_bytes(data)
    return record_replies(made.review, folder, [folder / "answers"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", ANSWERED_RUNS)
@pytest.mark.parametrize("review", ANSWERED_REVIEWS)
@pytest.mark.parametrize("writer", WRITERS)
def test_an_answer_counts_for_what_it_says(
    writer: str, review: str, run: str, form: str, messages: Mapping[str, Issued], readings: Readings, tmp_path: Path
) -> None:
    """Accepted, declined and tentative, to a REQUEST and to its update, as a file and in a mail."""
    read, made = readings(writer), messages[review]
    answers = {case: {word: read[str(case.path)]["answers"][word] for word in ANSWERS} for case in made.of(run)}
    recording = recorded(made, run, answers, form, tmp_path)
    assert recording.mistakes == ()
    assert {arrival.fate for arrival in recording.arrivals} == {Fate.COUNTED}
    found = {(arrival.answer.uid, arrival.answer.said): arrival.answer for arrival in recording.arrivals}
    assert len(found) == len(recording.arrivals) == len(answers) * len(ANSWERS)
    for case in answers:
        for word, stamp in ANSWERS.items():
            answer = found[case.due.uid, Said(word.lower())]
            told = (answer.sequence, answer.sender, answer.at, answer.start)
            assert told == (case.due.sequence, case.due.invitation.told.email, moment(stamp), None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", ANSWERED_RUNS)
@pytest.mark.parametrize("review", ANSWERED_REVIEWS)
def test_a_proposed_time_is_the_one_that_was_meant(
    review: str, run: str, form: str, messages: Mapping[str, Issued], readings: Readings, tmp_path: Path
) -> None:
    """The COUNTER of ical.js proposes the same hours of the next day, also where the clocks change in between."""
    read, made = readings("ical.js"), messages[review]
    answers = {case: {"COUNTER": read[str(case.path)]["answers"]["COUNTER"]} for case in made.of(run)}
    recording = recorded(made, run, answers, form, tmp_path)
    assert recording.mistakes == ()
    assert {(arrival.fate, arrival.answer.said) for arrival in recording.arrivals} == {(Fate.COUNTED, Said.TENTATIVE)}
    found = {arrival.answer.uid: arrival.answer for arrival in recording.arrivals}
    day = timedelta(days=1)
    for case in answers:
        answer, told = found[case.due.uid], case.due.invitation.told
        assert answer.at == moment(COUNTERED)
        assert answer.start is not None
        assert answer.end is not None
        assert (answer.start.timestamp(), answer.end.timestamp()) == (
            (told.start + day).timestamp(),
            (told.end + day).timestamp(),
        )
