"""Damaged calendars: nothing raises, nothing hangs, and no damage to one entry costs the time of another."""

from __future__ import annotations

import faulthandler
import functools
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder
from tests.files.calendars.bases import SCENARIOS, built_bases, scenario_bases
from tests.files.calendars.damaged import Base, lost
from tests.files.calendars.mutations import mutate
from tests.support.calendar_texts import reading

HANGS_SECONDS = 120
"""Only against a test that never ends; one calendar takes hundredths of a second."""

QUICK = [(0, 500), (500, 1000)]
LONG = [pytest.param((first, first + 2500), marks=pytest.mark.long) for first in range(1000, 21_000, 2500)]


@functools.cache
def bases() -> tuple[Base, ...]:
    """Return the calendars that are damaged."""
    return (*built_bases(), *scenario_bases(every=9))


@contextmanager
def not_for_ever() -> Iterator[None]:
    """End the process with the stack of what hangs."""
    faulthandler.dump_traceback_later(HANGS_SECONDS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.mark.parametrize("base", bases(), ids=lambda base: base.name)
def test_an_undamaged_calendar_loses_nothing(base: Base) -> None:
    """What its entries say one by one is all in it: the measure is right."""
    found, mistakes = reading(base.data)
    assert (mistakes, found.doubts) == ([], ())
    assert sum(bool(group.taken) for group in base.groups) > 0
    for group in base.groups:
        assert not group.busy - found.diary.busy
        assert not group.taken - (found.diary.busy | found.diary.if_needed)


@pytest.mark.parametrize("seeds", [*QUICK, *LONG], ids=str)
def test_damage_costs_no_other_entry(seeds: tuple[int, int]) -> None:
    """A file is refused only where BEGIN or END of the calendar were hit; else the other entries are read in full."""
    for seed in range(*seeds):
        rng = random.Random(seed)
        base = rng.choice(bases())
        mutated = mutate(base.data, rng)
        with not_for_ever():
            found, mistakes = reading(mutated.data)
        if mistakes:
            assert mutated.frame_hit, (seed, base.name, mistakes)
        else:
            assert lost(base, mutated, found.diary.busy, found.diary.if_needed) == [], (seed, base.name)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("how", ["any bytes", "pieces of calendars", "UTF-16"])
def test_no_bytes_raise(how: str, seed: int) -> None:
    """Bytes at random, pieces of calendars put together at random, and damage to a file of two bytes a character."""
    rng = random.Random(seed)
    for _ in range(40):
        base = rng.choice(bases())
        if how == "any bytes":
            data = b"BEGIN:VCALENDAR\r\n" + rng.randbytes(rng.randint(0, 3000)) + b"\r\nEND:VCALENDAR\r\n"
        elif how == "UTF-16":
            data = mutate(base.data.decode(errors="replace").encode("utf-16"), rng).data
        else:
            at = [rng.randrange(len(base.data)) for _ in range(8)]
            pieces = b"".join(base.data[i : i + rng.randint(0, 400)] for i in at)
            data = b"BEGIN:VCALENDAR\r\n" + pieces + b"\r\nEND:VCALENDAR\r\n"
        with not_for_ever():
            reading(data)


def test_a_review_with_damaged_calendars_is_read(tmp_path: Path) -> None:
    """All calendars of a review at once, eight times over: it is read, or it is told what is wrong with a file."""
    folder = tmp_path / "review"
    shutil.copytree(SCENARIOS / "mid-range", folder, ignore=shutil.ignore_patterns("out"))
    originals = {path: path.read_bytes() for path in sorted(folder.glob("calendars/*.ics"))}
    for seed in range(8):
        rng = random.Random(seed)
        hit = False
        for path, data in originals.items():
            mutated = mutate(data, rng)
            hit = hit or mutated.frame_hit
            path.write_bytes(mutated.data)
        try:
            with not_for_ever():
                read_review_folder(folder)
        except InvalidReview:
            assert hit
