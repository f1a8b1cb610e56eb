"""invitations.json comes back as it was written, and a broken one is told, never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method, Shown, Told
from ltsched.errors import InvalidReview, UnwritableOutput
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from tests.support.agendas import LONDON, at
from tests.support.invitations import NOW, REFERENCE, answer, invitation, ledger_of, line

MEND = "Put back a copy of it that is whole; without it, invitations that were sent can be neither updated nor"


def sample() -> Ledger:
    """Return a ledger with a request, a cancellation, a plain answer and a proposal, on either side of DST."""
    first = line(invitation(start=at(1, "10:00"), location="Große Halle"))
    second = line(invitation(recipient="p2", start=at(35, "10:00")), sequence=1, method=Method.CANCEL, batch=2)
    proposal = answer(second, Said.TENTATIVE, comment="“Later”?", start=at(36, "10:00"), end=at(36, "12:00"))
    return ledger_of(
        *(first, second),
        answers=(answer(first, counts=False, mailed=NOW + timedelta(hours=2), raised=7), proposal),
        shown=Shown.REVIEW_TEAM,
        batches=2,
        writing=3,
    )


def read(folder: Path) -> Ledger:
    return read_ledger(folder, REFERENCE, LONDON)


def test_before_anything_was_issued_the_ledger_is_empty(tmp_path: Path) -> None:
    """No file is none that is broken, and reading makes none."""
    assert read(tmp_path) == Ledger(REFERENCE)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_plain(tmp_path: Path) -> None:
    """Times with their offsets; keys in a fixed order."""
    write_ledger(tmp_path, sample())
    text = (tmp_path / "invitations.json").read_text(encoding="utf-8")
    document = json.loads(text)
    assert list(document) == ["format", "reference", "shown", "batches", "writing", "issued", "answers"]
    assert {name: document[name] for name in list(document)[:5]} == {
        "format": 1,
        "reference": "LT-TEST-1",
        "shown": "review-team",
        "batches": 2,
        "writing": 3,
    }
    (first, second), (plain, proposal) = document["issued"], document["answers"]
    assert list(first) == [
        *("uid", "sequence", "method", "activity", "recipient", "email", "summary", "start", "end", "location"),
        *("hash", "issued_at", "batch"),
    ]
    assert (first["method"], first["start"], first["issued_at"]) == (
        *("REQUEST", "2027-03-02T10:00:00+00:00", "2027-03-01T08:00:00+00:00"),
    )
    assert (second["method"], second["start"]) == ("CANCEL", "2027-04-05T10:00:00+01:00")
    assert list(plain) == [
        *("uid", "sequence", "said", "at", "sender", "counts", "comment", "start", "end", "mailed", "raised")
    ]
    assert (plain["said"], plain["counts"], plain["start"]) == ("accepted", False, None)
    assert (plain["mailed"], plain["raised"]) == ("2027-03-01T10:00:00+00:00", 7)
    assert proposal["start"] == "2027-04-06T10:00:00+01:00"
    assert "Große Halle" in text
    assert text.endswith("\n}\n")


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
whole = st.integers(0, 1000)


def moments(zone: ZoneInfo | None) -> st.SearchStrategy[datetime]:
    """Return times to the second in `zone`, in UTC if it is None; also those that come twice."""
    span: dict[str, Any] = {"min_value": datetime(1971, 1, 1), "max_value": datetime(2190, 1, 1)}
    exact = st.datetimes(**span, timezones=st.just(UTC)).map(lambda found: found.replace(microsecond=0))
    return exact.map(lambda found: found.astimezone(zone)) if zone else exact


local = moments(LONDON)
told = st.builds(
    Told,
    **dict.fromkeys(("activity", "recipient", "email", "summary", "location"), texts),
    start=local,
    end=local,
)
lines = st.builds(
    Issued,
    told,
    **dict.fromkeys(("uid", "hash"), texts),
    **dict.fromkeys(("sequence", "batch"), whole),
    method=st.sampled_from(Method),
    issued_at=moments(None),
)
answers = st.builds(
    Answer,
    **dict.fromkeys(("uid", "sender", "comment"), texts),
    sequence=whole,
    said=st.sampled_from(Said),
    at=moments(None),
    counts=st.booleans(),
    mailed=st.none() | moments(None),
    raised=st.none() | whole,
    taken_by=st.none() | texts,
    start=st.none() | local,
    end=st.none() | local,
)
ledgers = st.builds(
    Ledger,
    reference=texts,
    shown=st.sampled_from(Shown),
    batches=whole,
    writing=st.none() | st.integers(1001, 2000),
    issued=st.lists(lines, max_size=3).map(tuple),
    answers=st.lists(answers, max_size=3).map(tuple),
)


def instants(ledger: Ledger) -> list[float]:
    """Return the starts and ends as instants: times of one zone are compared by what their clocks show."""
    return [moment.timestamp() for each in ledger.issued for moment in (each.told.start, each.told.end)]


@settings(deadline=None)
@given(ledgers)
def test_every_ledger_comes_back(tmp_path_factory: pytest.TempPathFactory, ledger: Ledger) -> None:
    """Nothing is lost, whatever the texts and times are; and what is read and written again is the same file."""
    folder = tmp_path_factory.getbasetemp()
    write_ledger(folder, ledger)
    data = (folder / "invitations.json").read_bytes()
    found = read_ledger(folder, ledger.reference, LONDON)
    assert found == ledger
    assert instants(found) == instants(ledger)
    write_ledger(folder, found)
    assert (folder / "invitations.json").read_bytes() == data


def test_times_are_put_into_the_zone_of_the_review(tmp_path: Path) -> None:
    """Bookings are local, times of issue and of answers are in UTC."""
    write_ledger(tmp_path, sample())
    paris = ZoneInfo("Europe/Paris")
    found = read_ledger(tmp_path, REFERENCE, paris)
    zones = {moment.tzinfo for each in found.issued for moment in (each.told.start, each.told.end)}
    assert zones | {found.answers[1].start.tzinfo if found.answers[1].start else None} == {paris}
    assert {each.issued_at.tzinfo for each in found.issued} | {each.at.tzinfo for each in found.answers} == {UTC}
    assert found.issued[0].told.start == at(1, "10:00")


def test_the_ledger_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    """It does not say when the mails of answers were sent, nor which SEQUENCE was raised."""
    write_ledger(tmp_path, sample())
    path = tmp_path / "invitations.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    for each in document["answers"]:
        del each["mailed"], each["raised"]
    path.write_text(json.dumps(document), encoding="utf-8")
    expected = sample()
    answers = tuple(replace(each, mailed=None, raised=None) for each in expected.answers)
    assert read(tmp_path) == replace(expected, answers=answers)


def mistakes(folder: Path, data: bytes) -> list[str]:
    (folder / "invitations.json").write_bytes(data)
    with pytest.raises(InvalidReview) as caught:
        read(folder)
    assert (folder / "invitations.json").read_bytes() == data
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "invitations.json, line 1: not JSON: Expecting value; expected a ledger of invitations of lt"),
        (b'{\n"format": 1,\n', "invitations.json, line 3: not JSON: "),
        (b"\xff\xfe\x00", "invitations.json: not JSON: it is not UTF-8; "),
        (b"[]", "invitations.json: not a ledger of invitations; "),
        (b'{"rows": []}', "invitations.json: not a ledger of invitations; "),
    ],
)
def test_what_is_no_ledger_is_told_with_the_way_on(tmp_path: Path, data: bytes, told: str) -> None:
    """One message: what is wrong, and that the file should be put back, not deleted."""
    (found,) = mistakes(tmp_path, data)
    assert found.startswith(told)
    assert MEND in found


def test_another_format_is_not_guessed_at(tmp_path: Path) -> None:
    """A newer version of ltsched may mean something else by it."""
    (found,) = mistakes(tmp_path, b'{"format": 3, "issued": []}')
    assert found == (
        "invitations.json, format: 3; expected 1 or 2, a format that this version of ltsched knows. "
        "Use a newer version."
    )


@pytest.mark.parametrize("target", [None, "nowhere"])
def test_what_cannot_be_read_is_not_taken_for_an_empty_ledger(tmp_path: Path, target: str | None) -> None:
    """A folder of that name, or a link that leads nowhere: all invitations would be issued anew."""
    path = tmp_path / "invitations.json"
    if target is None:
        path.mkdir()
    else:
        path.symlink_to(target)
    with pytest.raises(InvalidReview, match=r"invitations\.json: cannot be read: "):
        read(tmp_path)


Damage = Callable[[dict[str, Any]], object]
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a key is missing": (lambda it: it.pop("answers"), "answers: missing; expected a list."),
    "a key is misspelt": (
        lambda it: it.update(batch=1),
        "batch: unknown key; expected one of answers, ",
    ),
    "a key of a message is missing": (
        lambda it: it["issued"][1].pop("hash"),
        "issued[2].hash: missing; expected a ",
    ),
    "a key of an answer is missing": (
        lambda it: it["answers"][0].pop("at"),
        "answers[1].at: missing; expected a time",
    ),
    "an unknown key of a message": (
        lambda it: it["issued"][0].update(note=""),
        "issued[1].note: unknown key; expected one of activity, batch, email, ",
    ),
    "an unknown choice": (
        lambda it: it.update(shown="review team"),
        'shown: "review team"; expected one of none, review-team. Did you mean "review-team"?',
    ),
    "an unknown method": (
        lambda it: it["issued"][0].update(method="request"),
        'issued[1].method: "request"; expected one of REQUEST, CANCEL.',
    ),
    "an unknown answer": (
        lambda it: it["answers"][1].update(said="perhaps"),
        'answers[2].said: "perhaps"; expected one of accepted, declined, tentative, delegated.',
    ),
    "a text for a number": (
        lambda it: it["issued"][0].update(sequence="1"),
        'issued[1].sequence: "1"; expected a whole number from 0 on.',
    ),
    "a time without offset": (
        lambda it: it["issued"][0].update(start="2027-03-02T10:00"),
        'issued[1].start: "2027-03-02T10:00"; expected a time with its offset, such as ',
    ),
    "a word for yes": (lambda it: it["answers"][0].update(counts="yes"), 'answers[1].counts: "yes"; expected true or'),
    "an object for a list": (lambda it: it.update(issued={}), "issued: an object; expected a list."),
    "a list for an object": (lambda it: it["issued"].append([]), "issued[3]: []; expected an object."),
    "a batch that has been issued": (
        lambda it: it.update(writing=2),
        "writing: 2; expected null, or a batch after number 2. Put back a copy",
    ),
    "a number below nought": (lambda it: it.update(batches=-1), "batches: -1; expected a whole number from 0 on."),
    "a batch that is no number": (
        lambda it: it.update(writing="3"),
        'writing: "3"; expected a whole number from 0 on.',
    ),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_field_is_named(tmp_path: Path, damage: Damage, told: str) -> None:
    """One wrong field gives one message: where it is, what was found, what would be right."""
    write_ledger(tmp_path, sample())
    document = json.loads((tmp_path / "invitations.json").read_bytes())
    damage(document)
    found = mistakes(tmp_path, json.dumps(document).encode())
    assert len(found) == 1
    assert found[0].startswith(f"invitations.json, {told}")


def test_the_ledger_of_another_review_is_refused(tmp_path: Path) -> None:
    """It would cancel that one's invitations; both ways to go on are told."""
    write_ledger(tmp_path, replace(sample(), reference="LT-OTHER"))
    (found,) = mistakes(tmp_path, (tmp_path / "invitations.json").read_bytes())
    assert found == (
        'invitations.json, reference: "LT-OTHER"; expected "LT-TEST-1", the reference of review.toml. If the folder '
        "was copied from another review, delete the file here; if the review has got another code name, put it there."
    )


def test_a_full_disk_leaves_the_ledger_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and the old ledger stays."""
    write_ledger(tmp_path, sample())

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnwritableOutput, match="No space left"):
        write_ledger(tmp_path, Ledger(REFERENCE))
    assert read(tmp_path) == sample()
