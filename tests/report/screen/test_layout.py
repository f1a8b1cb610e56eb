"""The look of sections and bullets."""

from __future__ import annotations

from ltsched.report.screen.layout import bullets, section
from tests.support.printing import printed


def test_sections_and_bullets_take_texts_as_they_stand() -> None:
    assert printed(section("[Title]", bullets(["[red]one", "two"]))) == "[Title]\n– [red]one\n– two\n"
