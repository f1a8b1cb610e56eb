"""A UID of ours is known again, however another program writes it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.files.calendars.own_uid import plain_uid, uid_key
from tests.support.reply_texts import TOLD, hexadecimal

OWN = TOLD.uid


@pytest.mark.parametrize("change", [str, str.upper, str.lower, str.title])
@pytest.mark.parametrize("wrap", [str, hexadecimal, lambda uid: hexadecimal(uid).lower()])
def test_an_own_uid_has_one_key(wrap: Callable[[str], str], change: Callable[[str], str]) -> None:
    """Plain or in Exchange's wrapping, in any capitals within and without."""
    assert uid_key(wrap(change(OWN))) == uid_key(OWN)


@pytest.mark.parametrize("uid", [f" {OWN}\t", f"{OWN}\0", f"{OWN}\r", f"\ufeff{OWN}", f" {hexadecimal(OWN)} "])
def test_what_clings_to_it_goes(uid: str) -> None:
    """Blanks, a NUL at the end, half a line break."""
    assert plain_uid(uid) == OWN


@pytest.mark.parametrize("nulls", ["", "00", "0000"])
def test_the_wrapping_may_end_with_nulls_or_not(nulls: str) -> None:
    """Exchange ends the text with one; servers on the way leave it out."""
    assert plain_uid(hexadecimal(OWN).removesuffix("00") + nulls) == OWN


def test_the_wrapping_of_an_occurrence_is_undone_too() -> None:
    """Of a moved day of a series, its date stands in the wrapping (2027-06-07 here)."""
    uid = hexadecimal(OWN)
    assert plain_uid(f"{uid[:32]}07EB0607{uid[40:]}") == OWN


@pytest.mark.parametrize(
    "uid",
    [
        "",
        "none",
        "040000008200E00074C5B7101A82E00800000000B0C6D1A1F3C4D301000000000000000010000000A5C1E4D7F3B24C4D8E5F60718293A4B5",
        hexadecimal(OWN)[:-3],
        hexadecimal("x")[:104],
    ],
)
def test_others_stay_as_they_are(uid: str) -> None:
    """One of Exchange's own, and wrappings that were cut off."""
    assert plain_uid(uid) == uid


@given(st.text(st.characters(min_codepoint=33, exclude_categories=["C", "Z"]), min_size=1))
def test_whatever_is_wrapped_comes_out(uid: str) -> None:
    """In any letters."""
    assert plain_uid(hexadecimal(uid)) == plain_uid(uid)
