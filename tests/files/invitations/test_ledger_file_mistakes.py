"""An invitations.json that is broken, or another review's, is told with the way on, and stays as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ltsched.errors import InvalidReview
from ltsched.files.invitations.ledger_file import write_ledger
from tests.support.sample_ledger import read, sample

MEND = "Put back a copy of it that is whole; without it, invitations that were sent can be neither updated nor"


def mistakes(folder: Path, data: bytes) -> list[str]:
    (folder / "invitations.json").write_bytes(data)
    with pytest.raises(InvalidReview) as caught:
        read(folder)
    assert (folder / "invitations.json").read_bytes() == data
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "invitations.json, line 1: not JSON: Expecting value; expected a ledger of invitations of lt"),
        (b'{\n"format": 1,\n', "invitations.json, line 3: not JSON: "),
        (b"\xff\xfe\x00", "invitations.json: not JSON: it is not UTF-8; "),
        (b"[]", "invitations.json: not a ledger of invitations; "),
        (b'{"rows": []}', "invitations.json: not a ledger of invitations; "),
    ],
)
def test_what_is_no_ledger_is_told_with_the_way_on(tmp_path: Path, data: bytes, told: str) -> None:
    """One message: what is wrong, and that the file should be put back, not deleted."""
    (found,) = mistakes(tmp_path, data)
    assert found.startswith(told)
    assert MEND in found


def test_another_format_is_not_guessed_at(tmp_path: Path) -> None:
    """A newer version of ltsched may mean something else by it."""
    (found,) = mistakes(tmp_path, b'{"format": 3, "issued": []}')
    assert found == (
        "invitations.json, format: 3; expected 1 or 2, a format that this version of ltsched knows. "
        "Use a newer version."
    )


@pytest.mark.parametrize("target", [None, "nowhere"])
def test_what_cannot_be_read_is_not_taken_for_an_empty_ledger(tmp_path: Path, target: str | None) -> None:
    """A folder of that name, or a link that leads nowhere: all invitations would be issued anew."""
    path = tmp_path / "invitations.json"
    if target is None:
        path.mkdir()
    else:
        path.symlink_to(target)
    with pytest.raises(InvalidReview, match=r"invitations\.json: cannot be read: "):
        read(tmp_path)


Damage = Callable[[dict[str, Any]], object]
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a key is missing": (lambda it: it.pop("answers"), "answers: missing; expected a list."),
    "a key is misspelt": (
        lambda it: it.update(batch=1),
        "batch: unknown key; expected one of answers, ",
    ),
    "a key of a message is missing": (
        lambda it: it["issued"][1].pop("hash"),
        "issued[2].hash: missing; expected a ",
    ),
    "a key of an answer is missing": (
        lambda it: it["answers"][0].pop("at"),
        "answers[1].at: missing; expected a time",
    ),
    "an unknown key of a message": (
        lambda it: it["issued"][0].update(note=""),
        "issued[1].note: unknown key; expected one of activity, batch, email, ",
    ),
    "an unknown choice": (
        lambda it: it.update(shown="review team"),
        'shown: "review team"; expected one of none, review-team. Did you mean "review-team"?',
    ),
    "an unknown method": (
        lambda it: it["issued"][0].update(method="request"),
        'issued[1].method: "request"; expected one of REQUEST, CANCEL.',
    ),
    "an unknown answer": (
        lambda it: it["answers"][1].update(said="perhaps"),
        'answers[2].said: "perhaps"; expected one of accepted, declined, tentative, delegated.',
    ),
    "a text for a number": (
        lambda it: it["issued"][0].update(sequence="1"),
        'issued[1].sequence: "1"; expected a whole number from 0 on.',
    ),
    "a time without offset": (
        lambda it: it["issued"][0].update(start="2027-03-02T10:00"),
        'issued[1].start: "2027-03-02T10:00"; expected a time with its offset, such as ',
    ),
    "a word for yes": (lambda it: it["answers"][0].update(counts="yes"), 'answers[1].counts: "yes"; expected true or'),
    "an object for a list": (lambda it: it.update(issued={}), "issued: an object; expected a list."),
    "a list for an object": (lambda it: it["issued"].append([]), "issued[3]: []; expected an object."),
    "a batch that has been issued": (
        lambda it: it.update(writing=2),
        "writing: 2; expected null, or a batch after number 2. Put back a copy",
    ),
    "a number below nought": (lambda it: it.update(batches=-1), "batches: -1; expected a whole number from 0 on."),
    "a batch that is no number": (
        lambda it: it.update(writing="3"),
        'writing: "3"; expected a whole number from 0 on.',
    ),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_field_is_named(tmp_path: Path, damage: Damage, told: str) -> None:
    """One wrong field gives one message: where it is, what was found, what would be right."""
    write_ledger(tmp_path, sample())
    document = json.loads((tmp_path / "invitations.json").read_bytes())
    damage(document)
    found = mistakes(tmp_path, json.dumps(document).encode())
    assert len(found) == 1
    assert found[0].startswith(f"invitations.json, {told}")


def test_the_ledger_of_another_review_is_refused(tmp_path: Path) -> None:
    """It would cancel that one's invitations; both ways to go on are told."""
    write_ledger(tmp_path, replace(sample(), reference="LT-OTHER"))
    (found,) = mistakes(tmp_path, (tmp_path / "invitations.json").read_bytes())
    assert found == (
        'invitations.json, reference: "LT-OTHER"; expected "LT-TEST-1", the reference of review.toml. If the folder '
        "was copied from another review, delete the file here; if the review has got another code name, put it there."
    )
