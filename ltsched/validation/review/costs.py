"""``[costs]`` of review.toml: what things cost where nothing fits, if it is otherwise than usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ltsched.domain.explaining.costs import MOST_COST, cost_rows, usual_costs

__all__ = ["Costs"]

if TYPE_CHECKING:
    CostName = str
else:
    CostName = Literal[tuple(usual_costs())]


class _Rows:
    """In the metadata of the table: for editors each row has what one unit of it is."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        number = {"type": "integer", "minimum": 1, "maximum": MOST_COST}
        rows = {
            row.name: {**number, "default": row.cost, "description": _sentence(row.unit)}
            for row in cost_rows().values()
        }
        return {"type": "object", "properties": rows, "additionalProperties": False}


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


Costs = Annotated[dict[CostName, Annotated[int, Field(ge=1, le=MOST_COST)]], _Rows()]
"""What one unit of a row costs, by the names of the rows."""
