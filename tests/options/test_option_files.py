"""Where an option may be read from: the shipped ones, and a .toml beside the review; nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.review import Settings
from ltsched.errors import Mistake
from ltsched.options.template import read_option


def mistakes_of(name: str, folder: Path) -> list[str]:
    mistakes: list[Mistake] = []
    assert read_option(name, Settings(), folder=folder, known_ids=frozenset(), mistakes=mistakes) is None
    return list(map(str, mistakes))


@pytest.mark.parametrize("name", ["a\0.toml", "../own.toml", "/own.toml", "x" * 5000 + ".toml", "missing.toml"])
def test_a_name_that_is_no_file_of_the_folder_is_one_mistake(tmp_path: Path, name: str) -> None:
    """No name of an option leads out of the folder, and none ends in an exception."""
    folder = tmp_path / "review"
    folder.mkdir()
    (tmp_path / "own.toml").write_text('based-on = "full"\n', encoding="utf-8")
    (mistake,) = mistakes_of(name, folder)
    assert mistake.startswith("review.toml, option: ")
    assert "is not an option file in the folder of the review" in mistake


def test_the_review_is_not_its_own_option(tmp_path: Path) -> None:
    """Naming review.toml itself is one mistake about the option, not one for each of its keys."""
    (tmp_path / "review.toml").write_text('reference = "R-1"\noption = "review.toml"\n', encoding="utf-8")
    (mistake,) = mistakes_of("review.toml", tmp_path)
    assert mistake.startswith('review.toml, option: "review.toml" is not an option file')


def test_a_wrong_base_is_told_where_it_stands(tmp_path: Path) -> None:
    """The option that another one is based on is named in that other one's file, not in the review."""
    (tmp_path / "own.toml").write_text('based-on = "ful"\n', encoding="utf-8")
    (mistake,) = mistakes_of("own.toml", tmp_path)
    assert mistake.startswith('own.toml, based-on: "ful"; ')
    assert 'Did you mean "full"?' in mistake


def test_options_based_on_each_other_end_in_a_mistake(tmp_path: Path) -> None:
    """Options that go round in a circle are refused."""
    (tmp_path / "own.toml").write_text('based-on = "other.toml"\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text('based-on = "own.toml"\n', encoding="utf-8")
    (mistake,) = mistakes_of("own.toml", tmp_path)
    assert "based-on" in mistake
