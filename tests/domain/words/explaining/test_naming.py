"""Names put to the ids of a sentence."""

from __future__ import annotations

import pytest

from ltsched.domain.words.explaining.naming import with_names

NAMES = {"t1": "Amira Khan (t1)", "t10": "Otto Brand (t10)", "conversation:p7": "the conversation with Y (p7)"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("t1 and t10 must come", "Amira Khan (t1) and Otto Brand (t10) must come"),
        (
            "it has no day on which t1, t10 can come.",
            "it has no day on which Amira Khan (t1), Otto Brand (t10) can come.",
        ),
        ("without t1.", "without Amira Khan (t1)."),
        ("if the conversation:p7 were shorter", "if the conversation with Y (p7) were shorter"),
        ("conversation:p7: too long", "the conversation with Y (p7): too long"),
        ("Amira Khan (t1) must come", "Amira Khan (t1) must come"),
        ("t1-x, xt1 and conversation:p77 are others", "t1-x, xt1 and conversation:p77 are others"),
        ("", ""),
    ],
)
def test_each_id_is_called_by_its_name_as_a_whole_word(text: str, named: str) -> None:
    assert with_names(text, NAMES) == named
