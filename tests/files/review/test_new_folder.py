"""The folder that `ltsched new` writes."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from ltsched.domain.numbers import NUMBERS
from ltsched.domain.option import Option
from ltsched.domain.review import Settings
from ltsched.errors import UnwritableOutput
from ltsched.files.disk import atomic
from ltsched.files.review import new_folder
from ltsched.files.review.new_folder import new_folder_files, write_new_folder
from ltsched.options.template import read_option, shipped_options

MONDAY = date(2027, 1, 11)


def option(name: str) -> Option:
    found = read_option(name, Settings(), folder=None, known_ids=frozenset(), mistakes=[])
    assert found is not None
    return found


def test_equal_input_gives_equal_files() -> None:
    """Nothing in the folder depends on today."""
    once = new_folder_files(option("full"), MONDAY, shipped_options())
    assert new_folder_files(option("full"), MONDAY, shipped_options()) == once


@pytest.mark.parametrize("name", shipped_options())
def test_every_commented_number_can_be_uncommented(name: str) -> None:
    """Each line under [customise] is right as it stands, once the # is gone, and says the option's own number."""
    resolved = option(name)
    text = new_folder_files(resolved, MONDAY, shipped_options())["review.toml"]
    head, _, rest = text.partition("[customise]\n")
    lines = rest.partition("\n\n")[0].splitlines()
    numbers = tomllib.loads("\n".join(line.removeprefix("# ") for line in lines))
    assert numbers == {name: value for name, value in resolved.numbers.items() if name not in resolved.unused}
    assert set(numbers) <= set(NUMBERS)
    assert max(map(len, head.splitlines())) <= 120


def test_a_themed_review_has_auditors_and_files_to_audit() -> None:
    """The people and tables follow from what the option holds, not from its name."""
    files = new_folder_files(option("themed"), MONDAY, shipped_options())
    review = tomllib.loads(files["review.toml"])
    assert [audit["id"] for audit in review["audit"]] == ["f01", "f02", "f03", "f04"]
    assert review["focused-review"][0]["case-group"] == ["c1", "c2", "c3", "c4", "c5"]
    assert files["people.csv"].count(",auditor,") == 4
    assert ",auditor," not in new_folder_files(option("full"), MONDAY, shipped_options())["people.csv"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk refuses halfway, what was written is taken away again."""
    real = atomic.replace_file

    def fail_on_rooms(path: Path, data: bytes) -> None:
        if path.name == "rooms.csv":
            raise UnwritableOutput("cannot write rooms.csv: the disk is full")
        real(path, data)

    monkeypatch.setattr(new_folder, "replace_file", fail_on_rooms)
    with pytest.raises(UnwritableOutput, match="disk is full"):
        write_new_folder(tmp_path / "review", option("full"), MONDAY, shipped_options())
    assert not [path for path in (tmp_path / "review").rglob("*") if path.is_file()]


def test_its_calendars_were_written_before_it_begins() -> None:
    """Or the first status of a new folder would call them newer than the plan."""
    files = new_folder_files(option("full"), MONDAY, shipped_options())
    stamps = [line for text in files.values() for line in text.splitlines() if line.startswith("DTSTAMP:")]
    assert stamps
    assert set(stamps) == {"DTSTAMP:20270104T000000Z"}
