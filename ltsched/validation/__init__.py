'''Documents as pydantic models, and the one translation of what is wrong with them into mistakes.

A document is a class; its fields say what may stand in it, each with a description for whoever fills it in::

    class HoldTable(Document):
        """A stretch in which something may not happen."""

        first: Day = Field(alias="from", title="From", description="The first day held.")
        reason: Text = Field("", description="Why; shown in the timetable.")

    hold = read(HoldTable, table, "review.toml", mistakes, where="hold[1]")   # None after a mistake

- `document.Document` is the base: strict (``"3"`` is no number), no unknown keys, ``case_group`` is ``case-group`` in
  TOML (`alias` names another key). `document.JsonDocument` keeps the names of the fields, and `document.CsvRow` takes
  texts: an empty cell is no cell, so that it takes the default, or is missing.
- `fields` has the usual types: `Text`, `Names`, `Day`, `Moment`, `Id`, `Word[Kind]` (an enum by its words) and
  `Many[T]` (a list, read as a tuple). Limits are pydantic's: ``Field(ge=0, le=60)``. What would be right is found from
  the type and its limits, or said: ``Annotated[str, Expected("expected a code name")]``.
- A validator that refuses a value raises `wrong(found, expected, hint, key=…)`: without `found` the value is shown,
  without `expected` it is what the field says; `key` names the key in a check of a whole table. For several mistakes at
  once there is `refuse([wrong(…), wrong(…)])`.
- What a check needs to know from elsewhere (ids of people, a time zone) goes in as `context`.
- `reading.read` returns the document, or None with every mistake in it added to `mistakes`: path, where, what was
  found, what would be right, did you mean; `line` gives all of them a line. `reading.read_sound` returns what is sound
  and the keys that are not, for a document of which more has to be looked at all the same.

- The documents are in `review`, `option` and so on, each with its tables; `schema.DOCUMENTS` lists those whose JSON
  Schema ``ltsched schema`` writes.

pydantic takes a while to load: ``import ltsched`` and ``ltsched --help`` do without, and so `shown`, `mistake_limit`,
`ids`, `schema` and `option.names` need nothing.
'''
