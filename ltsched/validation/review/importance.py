"""``[importance]`` of review.toml: what activities count where not all fit, if it is otherwise than usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ltsched.domain.partial.importance import MOST_IMPORTANCE, importance_rows, usual_importance

__all__ = ["Importance"]

if TYPE_CHECKING:
    ImportanceName = str
else:
    ImportanceName = Literal[tuple(usual_importance())]


class _Rows:
    """In the metadata of the table: for editors each row has what it is about."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        number = {"type": "integer", "minimum": 1, "maximum": MOST_IMPORTANCE}
        rows = {
            row.name: {**number, "default": row.weight, "description": f"{row.what[:1].upper()}{row.what[1:]}."}
            for row in importance_rows().values()
        }
        return {"type": "object", "properties": rows, "additionalProperties": False}


Importance = Annotated[dict[ImportanceName, Annotated[int, Field(ge=1, le=MOST_IMPORTANCE)]], _Rows()]
"""What one activity counts, by the names of the rows."""
