"""invitations.json comes back as it was written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method, Shown, Told
from ltsched.errors import UnwritableOutput
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from tests.support.agendas import LONDON, at
from tests.support.invitations import REFERENCE
from tests.support.sample_ledger import read, sample


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


def test_a_full_disk_leaves_the_ledger_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and the old ledger stays."""
    write_ledger(tmp_path, sample())

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnwritableOutput, match="No space left"):
        write_ledger(tmp_path, Ledger(REFERENCE))
    assert read(tmp_path) == sample()
