"""Why nothing fits, and what would help, as parts of JSON documents: ids alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from ltsched.domain.explaining.explanation import Brings
from ltsched.domain.explaining.step import Edit
from ltsched.domain.explaining.telling import Said, Telling, ToldClash, ToldCure, ToldFact, ToldStep
from ltsched.domain.rules import Fact
from ltsched.domain.spans import minute_before
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.cure_words import brings_words, edit_words
from ltsched.files.results.reason_fields import reason_document

if TYPE_CHECKING:
    from ltsched.validation.explained import ClashRow, EditRow, ExplainedPart, FactRow, HelpRow

__all__ = ["EXPLANATION_FILE", "explanation_fields", "explanation_json", "telling_from"]

FORMAT = 1
EXPLANATION_FILE = "explanation.json"


def explanation_json(telling: Telling, reference: str) -> str:
    """Return the text of ``explanation.json``."""
    document = {
        "format": FORMAT,
        "status": str(telling.status),
        "reference": reference,
        "reasons": [reason_document(reason) for reason in telling.arithmetic],
        **explanation_fields(telling),
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def explanation_fields(telling: Telling, most: int | None = None) -> dict[str, object]:
    """Return the clashes and the cures, and what is proven about them; `most` of the cures, None for all."""
    return {
        "clashes": [_clash(clash) for clash in telling.clashes],
        "cures": [_cure(cure) for cure in telling.cures[:most]],
        "all_found": telling.all_found,
        "stopped": telling.stopped,
    }


def _clash(clash: ToldClash) -> dict[str, object]:
    return {
        "activities": list(clash.activities),
        "text": clash.said.ids,
        "smallest": clash.smallest,
        "facts": [_fact(fact) for fact in clash.facts],
    }


def _fact(told: ToldFact) -> dict[str, object]:
    fact = told.fact
    return {
        "rule": fact.rule,
        "ids": list(fact.ids),
        "dates": [day.isoformat() for day in fact.dates],
        "times": [{"start": _moment(start), "end": _moment(end)} for start, end in told.times],
        "number": fact.number,
        "key": fact.key,
        "kind": fact.kind,
        "text": told.said.ids,
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _cure(cure: ToldCure) -> dict[str, object]:
    brings = cure.brings
    return {
        "cost": cure.cost,
        "text": cure.said.ids,
        "changes": _changes(cure.steps),
        "brings": {
            "final_report": brings.final_report.isoformat() if brings.final_report else None,
            "late_days": brings.late_days,
            "missed": brings.missed,
            "proven": brings.proven,
        },
        "also": [{"cost": step.cost, "text": step.said.ids, "changes": _changes((step,))} for step in cure.also],
    }


def _changes(steps: tuple[ToldStep, ...]) -> list[dict[str, object]]:
    edits = [edit for step in steps for edit in step.edits]
    return [{"file": edit.file, "key": edit.key, "from": edit.before, "to": edit.after} for edit in edits]


def telling_from(part: ExplainedPart, status: Status, deadline: date | None) -> Telling:
    """Return what was written; names are not in files, so all is said by ids."""
    return Telling(
        status=status,
        headline=Said("", ""),
        clashes=tuple(map(_clash_of, part.clashes)),
        cures=tuple(_cure_of(row, deadline) for row in part.cures),
        all_found=part.all_found,
        stopped=part.stopped,
    )


def _clash_of(row: ClashRow) -> ToldClash:
    return ToldClash(Said(row.text, row.text), row.activities, tuple(map(_fact_of, row.facts)), row.smallest)


def _fact_of(row: FactRow) -> ToldFact:
    spans = tuple((minute_before(times.start), minute_before(times.end)) for times in row.times)
    fact = Fact(row.rule, row.ids, row.number, row.key, row.dates, row.kind, spans)
    return ToldFact(Said(row.text, row.text), fact, tuple((times.start, times.end) for times in row.times))


def _cure_of(row: HelpRow, deadline: date | None) -> ToldCure:
    brings = Brings(row.brings.final_report, row.brings.late_days, row.brings.missed, row.brings.proven)
    edits = _edits_of(row.changes)
    also = tuple(ToldStep(Said(one.text, one.text), one.cost, _edits_of(one.changes)) for one in row.also)
    return ToldCure(
        said=Said(row.text, row.text),
        cost=row.cost,
        steps=(ToldStep(Said(row.text, row.text), row.cost, edits),),
        brings=brings,
        brought=brings_words(brings, deadline),
        write=edit_words(edits),
        also=also,
    )


def _edits_of(rows: Iterable[EditRow]) -> tuple[Edit, ...]:
    return tuple(Edit(row.file, row.key, row.before, row.after) for row in rows)
