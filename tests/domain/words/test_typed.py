"""What a command says of a folder can be copied into a shell as it stands."""

from __future__ import annotations

import shlex

import pytest

from ltsched.domain.words.typed import typed


@pytest.mark.parametrize("name", ["review", "case A 2027", "Fälle/März", "it's (new)", 'a "b"', "50$ each", "a;b", ""])
def test_a_shell_reads_one_word_and_the_same(name: str) -> None:
    assert shlex.split(f"ltsched plan {typed(name)}") == ["ltsched", "plan", *([name] if name else [""])]


def test_every_shell_knows_double_quotes() -> None:
    """That of Windows does not know others; a name of it with backslashes needs none."""
    assert typed("case A 2027") == '"case A 2027"'
    assert typed(r"C:\reviews\one") == r"C:\reviews\one"
