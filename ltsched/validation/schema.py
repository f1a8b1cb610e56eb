"""The documents whose JSON Schema can be had, for editors that help to fill them in and programs that write them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["DOCUMENTS", "json_schema"]

DOCUMENTS = {
    "review": ("ltsched.validation.review.document", "ReviewDocument"),
    "option": ("ltsched.validation.option.document", "OptionDocument"),
    "timetable": ("ltsched.validation.timetable", "TimetableDocument"),
    "explanation": ("ltsched.validation.explanation", "ExplanationDocument"),
}
"""For each document the module and the name of its model, which is loaded only when it is asked for."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(document: str) -> dict[str, Any]:
    """Return the JSON Schema of one of the `DOCUMENTS`, with a description, the default and an example of each field.

    What depends on other values (ids that must exist, the order of dates) is not in it.
    """
    module, model = DOCUMENTS[document]
    return {"$schema": DIALECT, **getattr(import_module(module), model).model_json_schema()}
