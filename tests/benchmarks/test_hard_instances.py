"""The hard instances as they are stored: what the generator makes, and reviews without a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

import ltsched
from benchmarks.hard.index import INDEX, INSTANCES, read_index
from benchmarks.hard.make import instances, write

STORED = sorted(path.parent.name for path in INSTANCES.glob("*/review.toml"))


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_stored_is_what_the_generator_makes(tmp_path: Path) -> None:
    """Byte for byte, and nothing besides: it depends on nothing but the seeds."""
    write(tmp_path)
    assert files_in(tmp_path) == files_in(INSTANCES)


def test_writing_again_removes_what_is_no_instance_any_more(tmp_path: Path) -> None:
    (tmp_path / "once").mkdir()
    (tmp_path / "once" / "review.toml").touch()
    (tmp_path / "notes").mkdir()
    write(tmp_path)
    assert not (tmp_path / "once").exists()
    assert (tmp_path / "notes").is_dir()


@pytest.mark.parametrize("name", STORED)
def test_every_instance_is_read_without_a_mistake(name: str) -> None:
    """And the option is the one that the index names."""
    review = ltsched.read_review(INSTANCES / name)
    [known] = [known for known in read_index() if known.name == name]
    assert Path(review.option.name).stem == known.option
    assert review.today == review.commissioned


def test_the_index_names_every_folder_once_and_all_shapes_are_there() -> None:
    """At least twenty that are possible and ten that are not."""
    index = read_index()
    assert sorted(known.name for known in index) == STORED
    assert {known.option for known in index} == {"full", "intensive", "speed-plus", "mid-range", "focused", "themed"}
    verdicts = [known.verdict for known in index]
    assert verdicts.count("possible") >= 20
    assert verdicts.count("impossible") >= 10
    assert len(verdicts) == verdicts.count("possible") + verdicts.count("impossible")


def test_the_set_stays_small() -> None:
    """They are files of the repository: four megabytes in all."""
    assert sum(len(data) for data in files_in(INSTANCES).values()) < 4_000_000
    assert (INSTANCES / INDEX).is_file()


def test_diaries_do_not_depend_on_one_another() -> None:
    """Made twice in one process, an instance is the same: there is no state between them."""
    one, other = (next(iter(instances())) for _ in range(2))
    assert one.files() == other.files()
