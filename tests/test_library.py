"""The library and the command line are equals: what `import ltsched` offers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched import Variation
from ltsched.domain.sweep import Sweep
from ltsched.library.beginning import next_monday
from tests.conftest import NOW
from tests.support.issued import planned, reply
from tests.support.small_reviews import small_folder

TODAY = date(2026, 12, 1)


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


def test_a_review_from_its_beginning_to_its_page(tmp_path: Path) -> None:
    """What `new`, `plan` and `report` do: a folder, its timetable with all its files, and the page of them."""
    made = ltsched.new(tmp_path / "review", "focused", commissioned=date(2027, 1, 11))
    assert tmp_path / "review" / "review.toml" in made
    review = ltsched.read_review(tmp_path / "review", today=TODAY)
    result = ltsched.plan(review)
    written = ltsched.write(result, tmp_path / "review" / "out")
    assert written[-1] == tmp_path / "review" / "out" / "timetable.json"
    report = ltsched.write_report(review, pictures=["svg"])
    assert [path.name for path in report.files] == ["report.html", "gantt-phases.svg", "gantt-people.svg"]
    assert (report.broken, report.compared, report.outdated) == ((), False, False)
    own = ltsched.write_report(review, results=str(tmp_path / "review" / "out"), only="l1")
    assert [path.name for path in own.files] == ["report-l1.html"]


def test_a_new_folder_begins_next_monday_with_the_fullest_option(tmp_path: Path) -> None:
    ltsched.new(str(tmp_path / "review"))
    review = ltsched.read_review(tmp_path / "review")
    assert (review.option.name, review.commissioned) == ("full", next_monday(NOW.astimezone().date()))
    with pytest.raises(ltsched.UnwritableOutput, match="is not empty"):
        ltsched.new(tmp_path / "review")
    with pytest.raises(ltsched.WrongUse, match='Did you mean "themed"'):
        ltsched.new(tmp_path / "other", "themd")


def test_what_is_compared_is_on_the_page(tmp_path: Path) -> None:
    """As long as the folder is as it was when it was read."""
    folder = small_folder(tmp_path / "review")
    review = ltsched.read_to_compare(folder, ["focused"], today=TODAY)
    ltsched.write(ltsched.plan(ltsched.read_review(folder, option="focused", today=TODAY)), folder / "out")
    comparison = ltsched.compare(review, ["focused"])
    assert ltsched.write(comparison, folder / "out", pictures=["png"])[-1] == folder / "out" / "comparison.png"
    current = ltsched.read_review(folder, option="focused")
    assert ltsched.write_report(current).compared
    (folder / "ours.toml").write_text("", encoding="utf-8")
    later = ltsched.write_report(current)
    assert (later.compared, later.outdated) == (False, True)


def test_a_sweep_goes_on_where_it_was(tmp_path: Path) -> None:
    """In each folder of results nothing is planned twice."""
    folder = small_folder(tmp_path / "review")
    variations = [Variation(day.isoformat(), commissioned=day) for day in (date(2027, 1, 11), date(2027, 1, 18))]
    review = ltsched.read_to_compare(folder, ["focused"], variations, today=TODAY)
    begun: list[tuple[int, int]] = []
    done: list[str] = []

    def again(results: str | None = None) -> Sweep:
        return ltsched.sweep(
            review,
            variations,
            ["focused"],
            results=results,
            on_start=lambda settled, wanted: begun.append((settled, wanted)),
            on_done=lambda point: done.append(point.label),
        )

    first = again()
    assert (folder / "out" / "sweep.jsonl").exists()
    assert again() == again(str(tmp_path / "other")) == first
    assert begun == [(0, 2), (2, 2), (0, 2)]
    assert done == ["2027-01-11", "2027-01-18"] * 2
    assert ([point.label for point in first.points], first.options, first.left) == (done[:2], ("focused",), 0)
    with pytest.raises(ltsched.WrongUse, match="not read from a folder"):
        ltsched.sweep(replace(review, folder=None), variations, ["focused"])
    with pytest.raises(ltsched.WrongUse, match="conversations cannot be 99; the case group has 2 people"):
        ltsched.sweep(review, [Variation("x", conversations=99)], ["focused"])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"only": "l9"}, "nobody with the id 'l9' is in the timetable"),
        ({"only": "l1", "pictures": ["png"]}, "no pictures"),
    ],
)
def test_a_page_that_cannot_be_had_is_refused(asked: dict[str, Any], said: str, tmp_path: Path) -> None:
    review = ltsched.read_review(planned(tmp_path / "review", "focused"))
    with pytest.raises(ltsched.WrongUse, match=said):
        ltsched.write_report(review, **asked)
    with pytest.raises(ltsched.WrongUse, match="not read from a folder"):
        ltsched.write_report(replace(review, folder=None))


def test_an_option_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('based-on = "focused"\ntitle = "Ours"\nsummary = "ours"\n', encoding="utf-8")
    assert ltsched.read_option(str(tmp_path / "ours.toml")).title == "Ours"
    assert ltsched.read_option("focused").name == "focused"
    with pytest.raises(ltsched.InvalidReview):
        ltsched.read_option("themd")


def test_all_that_is_offered_is_there_and_explained() -> None:
    for name in ltsched.__all__:
        assert name == "__version__" or (getattr(ltsched, name).__doc__ or "").strip(), name


def test_who_has_not_asked_for_logs_sees_none() -> None:
    """In a process of its own, such as those that `compare` starts: Python would write warnings on stderr itself."""
    code = "import logging, ltsched; logging.getLogger('ltsched.solve').warning('hello')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == ""
