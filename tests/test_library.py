"""The library and the command line are equals: what `import ltsched` offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import ltsched
from tests.conftest import NOW
from tests.support.issued import planned, reply


def test_inviting_and_recording_as_a_program_does(tmp_path: Path) -> None:
    """A dry run writes nothing; results may lie elsewhere; the answers are those that were given."""
    folder = planned(tmp_path / "review", "focused")
    review = ltsched.read_review(folder)
    would = ltsched.invite(review, dry_run=True)
    assert (would.folder, (folder / "invitations.json").exists()) == (None, False)
    (folder / "out").rename(tmp_path / "results")
    issuing = ltsched.invite(review, results=tmp_path / "results", show_attendees="none")
    assert issuing.folder == tmp_path / "results" / "invitations" / "001"
    assert len(issuing.due) == len(would.due)
    request = issuing.folder / "l1.set-up.request.ics"
    answer = reply(request, "ACCEPTED", tmp_path / "inbox", at=NOW)
    recording = ltsched.record_replies(review, [str(answer)])
    assert [str(arrival.fate) for arrival in recording.arrivals] == ["counted"]


def test_the_time_of_issue_may_be_given(tmp_path: Path) -> None:
    """What is over by then is not invited to."""
    review = ltsched.read_review(planned(tmp_path / "review", "focused"))
    assert ltsched.invite(review, now=NOW + timedelta(weeks=1000), dry_run=True).due == ()


def test_a_review_without_a_folder_has_no_ledger(tmp_path: Path) -> None:
    review = replace(ltsched.read_review(planned(tmp_path / "review", "focused")), folder=None)
    with pytest.raises(ValueError, match="not read from a folder"):
        ltsched.invite(review)
    with pytest.raises(ValueError, match="not read from a folder"):
        ltsched.record_replies(review)


def test_another_word_for_whom_to_show_is_refused(tmp_path: Path) -> None:
    review = ltsched.read_review(planned(tmp_path / "review", "focused"))
    with pytest.raises(ValueError, match="everybody"):
        ltsched.invite(review, show_attendees="everybody")
