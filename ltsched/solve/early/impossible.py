"""What nothing fits because of, as it is seen by looking and counting alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ltsched.domain.words.early_words import no_order_words, no_start_words
from ltsched.solve.arithmetic.shortage import shortage_in
from ltsched.solve.early.prospect import Early, Prospect
from ltsched.solve.reasons.before import reasons_before_solving
from ltsched.solve.reasons.counted import reason_of_tally, without_advice

__all__ = ["impossible"]

NOW = -1.0


def impossible(prospect: Prospect) -> Iterator[Early]:
    """Yield what is impossible: an activity without a time, alone or in its order; hours and places that are short."""
    agenda = prospect.agenda
    alone = [own.activity.id for own in prospect.alone.values() if not own.starts]
    before = reasons_before_solving(agenda, prospect.free, prospect.alone)
    if alone and before and before[0].ids[:1] == (alone[0],):
        yield Early(prospect.reason(before[0].rule, partial(no_start_words, alone), alone, before[0].dates), NOW)
        return
    if before:
        yield from (Early(without_advice(reason), NOW) for reason in before)
        return
    ordered = [id for id, own in prospect.left.items() if not own.starts and id not in agenda.over]
    if ordered:
        yield Early(prospect.reason("precedence", partial(no_order_words, ordered), ordered), NOW)
        return
    shortage = shortage_in(prospect.counting)
    if shortage is not None:
        yield Early(without_advice(reason_of_tally(shortage, agenda)), NOW)
