"""Files and folders are replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.disk.atomic import remove_folder, replace_file, replace_folder


def content(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    """Missing folders are made, and only the file is left in them."""
    replace_file(tmp_path / "out" / "deep" / "a.json", b"1")
    assert content(tmp_path / "out" / "deep") == {"a.json": b"1"}


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The new content takes the place of the old, and no temporary file stays."""
    replace_file(tmp_path / "a.json", b"old")
    replace_file(tmp_path / "a.json", b"new")
    assert content(tmp_path) == {"a.json": b"new"}


def test_a_failing_write_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told, the old content stays, nothing is left beside it."""
    replace_file(tmp_path / "a.json", b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnwritableOutput, match=r"cannot write .*a\.json: No space left on device") as caught:
        replace_file(tmp_path / "a.json", b"new")
    assert caught.value.path == str(tmp_path / "a.json")
    assert content(tmp_path) == {"a.json": b"old"}


def test_a_folder_in_the_way_of_a_file_is_told(tmp_path: Path) -> None:
    """A folder of that name is not removed."""
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UnwritableOutput):
        replace_file(tmp_path / "a.json", b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_a_file_in_the_way_of_the_parent_is_told(tmp_path: Path) -> None:
    """A file where the output folder should be is not removed."""
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(UnwritableOutput):
        replace_file(tmp_path / "out" / "a.json", b"new")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """A symbolic link planted in the output folder does not lead the writing elsewhere."""
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "a.json").symlink_to(tmp_path / "elsewhere")
    replace_file(tmp_path / "a.json", b"new")
    assert content(tmp_path) == {"a.json": b"new", "elsewhere": b"mine"}
    assert not (tmp_path / "a.json").is_symlink()


def test_what_a_killed_run_left_of_a_file_is_removed(tmp_path: Path) -> None:
    """A temporary file of an earlier run goes; those of other files stay."""
    (tmp_path / ".a.json.0123abcd.part").write_bytes(b"half")
    (tmp_path / ".b.json.0123abcd.part").write_bytes(b"half")
    replace_file(tmp_path / "a.json", b"new")
    assert set(content(tmp_path)) == {"a.json", ".b.json.0123abcd.part"}


def test_a_folder_is_made_and_replaced(tmp_path: Path) -> None:
    """The folder holds exactly the new files: those of an earlier run are gone."""
    replace_folder(tmp_path / "out" / "calendars", {"p01.ics": b"1", "p02.ics": b"2"})
    replace_folder(tmp_path / "out" / "calendars", {"p02.ics": b"3"})
    assert content(tmp_path / "out" / "calendars") == {"p02.ics": b"3"}
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["calendars"]


@pytest.mark.parametrize("name", ["", ".", "..", "../x.ics", "a/b.ics", "a\\b.ics", "c:x.ics", "a\nb.ics", "a\0.ics"])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    """A name with a separator, a drive or a control sign is told, and nothing is written."""
    with pytest.raises(UnwritableOutput, match="not a plain file name"):
        replace_folder(tmp_path / "calendars", {"good.ics": b"", name: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    """A symbolic link in place of the folder does not lead the removal elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "p01.ics").write_bytes(b"mine")
    (tmp_path / "calendars").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnwritableOutput, match="symbolic link"):
        replace_folder(tmp_path / "calendars", {"p01.ics": b"1"})
    assert content(tmp_path / "elsewhere") == {"p01.ics": b"mine"}


def test_links_planted_as_leftovers_are_removed_and_not_followed(tmp_path: Path) -> None:
    """A link under the name of the temporary folder is unlinked; its target stays."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "p01.ics").write_bytes(b"mine")
    for name in (".calendars.ltsched-new", ".calendars.ltsched-old"):
        (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    replace_folder(tmp_path / "calendars", {"p01.ics": b"1"})
    assert content(tmp_path / "calendars") == {"p01.ics": b"1"}
    assert content(tmp_path / "elsewhere") == {"p01.ics": b"mine"}
    assert not (tmp_path / ".calendars.ltsched-new").is_symlink()


@pytest.mark.parametrize("foreign", ["notes.docx", "folder"])
def test_somebodys_work_in_the_folder_is_not_removed(tmp_path: Path, foreign: str) -> None:
    """A folder with anything but files of our kind is left as it is, and the message names the thing."""
    folder = tmp_path / "calendars"
    folder.mkdir()
    (folder / "p01.ics").write_bytes(b"old")
    if foreign == "folder":
        (folder / foreign).mkdir()
    else:
        (folder / foreign).write_bytes(b"mine")
    with pytest.raises(UnwritableOutput, match=f"it holds {foreign}"):
        replace_folder(folder, {"p01.ics": b"new"})
    assert (folder / "p01.ics").read_bytes() == b"old"
    assert (folder / foreign).exists()


def test_what_desktops_leave_in_a_folder_is_no_hindrance(tmp_path: Path) -> None:
    """A .DS_Store does not stop the writing."""
    replace_folder(tmp_path / "calendars", {"p01.ics": b"1"})
    (tmp_path / "calendars" / ".DS_Store").write_bytes(b"")
    replace_folder(tmp_path / "calendars", {"p01.ics": b"2"})
    assert content(tmp_path / "calendars") == {"p01.ics": b"2"}


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    """A file of that name is not removed."""
    (tmp_path / "calendars").write_bytes(b"mine")
    with pytest.raises(UnwritableOutput, match="it is a file"):
        replace_folder(tmp_path / "calendars", {"p01.ics": b"1"})
    assert content(tmp_path) == {"calendars": b"mine"}


def test_a_failing_swap_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the new folder cannot take its place, the old one is there again and nothing is left beside it."""
    folder = tmp_path / "calendars"
    replace_folder(folder, {"p01.ics": b"old"})
    rename = Path.rename

    def fail_for_new(self: Path, target: Path) -> Path:
        if self.name.endswith("-new"):
            raise OSError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(UnwritableOutput, match="Permission denied"):
        replace_folder(folder, {"p01.ics": b"new"})
    assert content(folder) == {"p01.ics": b"old"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["calendars"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle, which takes fork")
@pytest.mark.parametrize("step", range(12))
def test_a_kill_at_any_step_leaves_old_or_new(tmp_path: Path, step: int) -> None:
    """Whatever the step at which the process dies, the next run finds old or new files and ends with its own."""
    folder = tmp_path / "calendars"
    replace_folder(folder, {"p01.ics": b"old", "p02.ics": b"old"})
    child = os.fork()
    if child == 0:
        _die_at(step)
        replace_folder(folder, {"p01.ics": b"new", "p03.ics": b"new"})
        os._exit(0)
    os.waitpid(child, 0)
    left = folder if folder.exists() else tmp_path / ".calendars.ltsched-old"
    assert content(left) in ({"p01.ics": b"old", "p02.ics": b"old"}, {"p01.ics": b"new", "p03.ics": b"new"})
    replace_folder(folder, {"p04.ics": b"next"})
    assert content(folder) == {"p04.ics": b"next"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["calendars"]


def _die_at(step: int) -> None:
    """Make the process end without any clean-up at its `step`-th touch of the disk."""
    left = step

    def counted(real: object) -> object:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal left
            if left == 0:
                os._exit(1)
            left -= 1
            return real(*args, **kwargs)  # type: ignore[operator]  # any function of the standard library

        return call

    for name in ("rename", "unlink", "mkdir", "open"):
        setattr(Path, name, counted(getattr(Path, name)))
    for name in ("fsync", "rmdir"):
        setattr(os, name, counted(getattr(os, name)))


def test_a_folder_is_removed(tmp_path: Path) -> None:
    """With what it holds of the kinds that are named, and what desktops have left in it; others stay."""
    for name in ("001", "002"):
        replace_folder(tmp_path / name, {"p01.ics": b"1", "p01.eml": b"1"})
        (tmp_path / name / ".DS_Store").write_bytes(b"")
    remove_folder(tmp_path / "002", frozenset({".ics", ".eml"}))
    assert [entry.name for entry in tmp_path.iterdir()] == ["001"]


def test_a_folder_that_is_not_there_is_removed_already(tmp_path: Path) -> None:
    """Nothing is made in its place."""
    remove_folder(tmp_path / "deep" / "001", frozenset({".ics"}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("foreign", ["notes.docx", "p01.eml", "deep", "link.ics"])
def test_a_folder_with_something_foreign_in_it_is_not_removed(tmp_path: Path, foreign: str) -> None:
    """A file of another kind, a folder or a link may be somebody's work: everything stays."""
    folder = tmp_path / "001"
    replace_folder(folder, {"p01.ics": b"1"})
    if foreign == "deep":
        (folder / foreign).mkdir()
    elif foreign == "link.ics":
        (folder / foreign).symlink_to(folder / "p01.ics")
    else:
        (folder / foreign).write_bytes(b"mine")
    with pytest.raises(UnwritableOutput, match=f"it holds {foreign}"):
        remove_folder(folder, frozenset({".ics"}))
    assert {entry.name for entry in folder.iterdir()} == {"p01.ics", foreign}


def test_a_link_or_a_file_is_not_removed_as_a_folder(tmp_path: Path) -> None:
    """What a link leads to stays, and so does the link."""
    replace_folder(tmp_path / "elsewhere", {"p01.ics": b"1"})
    (tmp_path / "001").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "002").write_bytes(b"mine")
    for name, told in (("001", "symbolic link"), ("002", "it is a file")):
        with pytest.raises(UnwritableOutput, match=told):
            remove_folder(tmp_path / name, frozenset({".ics"}))
    assert (tmp_path / "001").is_symlink()
    assert (tmp_path / "002").read_bytes() == b"mine"
    assert content(tmp_path / "elsewhere") == {"p01.ics": b"1"}
