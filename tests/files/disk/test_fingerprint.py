"""A result is still one of what lies in the folder: everything that goes in counts, and nothing that comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ltsched.files.disk import fingerprint as module
from ltsched.files.disk.fingerprint import fingerprint
from ltsched.files.review.review_folder import read_review_folder
from tests.support.small_reviews import small_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with everything that a review may hold."""
    found = small_folder(tmp_path / "review")
    for name in (
        "rooms.csv",
        "busy.csv",
        "ours.toml",
        "calendars/l1.ics",
        "calendars/t1.ics",
        "out/sweep.jsonl",
        "options/ours.toml",
    ):
        (found / name).parent.mkdir(exist_ok=True)
        (found / name).write_text("something\n", encoding="utf-8")
    return found


def append(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text("something\nelse\n", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        *map(append, ("review.toml", "people.csv", "rooms.csv", "busy.csv", "ours.toml", "calendars/l1.ics")),
        *map(append, ("calendars/t2.ics", "theirs.toml")),
        lambda folder: (folder / "busy.csv").unlink(),
        lambda folder: (folder / "calendars" / "t1.ics").rename(folder / "calendars" / "t2.ics"),
        append("options/ours.toml"),
        lambda folder: (folder / "invitations.json").write_text('{"issued": [{"uid": "1@ltsched"}]}', encoding="utf-8"),
    ],
)
def test_the_fingerprint_changes_with_every_input(folder: Path, change: Callable[[Path], object]) -> None:
    """Another content, a new file, one less, another name."""
    before = fingerprint(folder)
    change(folder)
    assert fingerprint(folder) != before


@pytest.mark.parametrize("name", ["out/sweep.jsonl", "out/comparison.csv", "notes.md"])
def test_the_fingerprint_does_not_change_with_what_is_no_input(folder: Path, name: str) -> None:
    """Results above all."""
    before = fingerprint(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    append(name)(folder)
    assert fingerprint(folder) == before


def test_two_files_are_not_one_after_another(folder: Path) -> None:
    """What moves from the end of one file to the beginning of the next is a change."""
    before = fingerprint(folder)
    (folder / "rooms.csv").write_text("some", encoding="utf-8")
    (folder / "busy.csv").write_text("thing\nsomething\n", encoding="utf-8")
    assert fingerprint(folder) != before


def test_the_fingerprint_changes_with_settings_and_version(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version may plan otherwise."""
    before = fingerprint(folder, 60.0, 0)
    assert fingerprint(folder, 60.0, 0) == before
    assert fingerprint(folder, 60.0, 1) != before
    monkeypatch.setattr(module, "VERSION", "99")
    assert fingerprint(folder, 60.0, 0) != before


def test_an_option_in_a_folder_is_an_input(tmp_path: Path) -> None:
    """Which is why it has to count."""
    folder = small_folder(tmp_path / "review")
    (folder / "options").mkdir()
    text = 'based-on = "focused"\ntitle = "Ours"\nsummary = "ours"\n'
    (folder / "options" / "ours.toml").write_text(text, encoding="utf-8")
    assert read_review_folder(folder, "options/ours.toml").option.title == "Ours"
