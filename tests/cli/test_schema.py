"""`ltsched schema`."""

from __future__ import annotations

import json

import pytest

from ltsched.validation.schema import DOCUMENTS
from tests.cli.conftest import Program


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_schema_of_a_document_is_json_on_stdout(program: Program, document: str) -> None:
    ran = program("schema", document)
    assert ran.code == 0
    assert ran.err == ""
    assert json.loads(ran.out)["type"] == "object"


def test_another_document_is_wrong_use(program: Program) -> None:
    ran = program("schema", "reviw")
    assert ran.code == 2
    assert "'reviw' is not known; expected" in ran.err
    assert 'Did you mean "review"?' in ran.err
