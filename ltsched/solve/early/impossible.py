"""What nothing fits because of, as it is seen by looking and counting alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ltsched.domain.reasons import Reason
from ltsched.domain.words.capacity_words import tally_words
from ltsched.domain.words.early_words import no_order_words, no_start_words
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.early.look import Early, Look
from ltsched.solve.reasons.before import reasons_before_solving
from ltsched.solve.reasons.counted import reason_of_tally

__all__ = ["impossible"]

NOW = -1.0


def impossible(look: Look) -> Iterator[Early]:
    """Yield what is impossible: an activity without a time, alone or in its order; hours and places that are short."""
    agenda, call = look.agenda, look.call
    alone = [own.activity.id for own in look.alone.values() if not own.starts]
    before = reasons_before_solving(agenda, look.free, look.alone, call)
    if alone and before and before[0].ids[:1] == (alone[0],):
        text = no_start_words(list(map(call, alone)))
        yield Early(Reason(before[0].rule, text, tuple(alone), before[0].dates), NOW)
        return
    if before:
        for reason in before:
            advice = "" if reason.cure is None else f". {reason.cure.text}"
            yield Early(replace(reason, text=reason.text.removesuffix(advice)), NOW)
        return
    ordered = [id for id, own in look.left.items() if not own.starts and id not in agenda.over]
    if ordered:
        yield Early(Reason("precedence", no_order_words(list(map(call, ordered))), tuple(ordered)), NOW)
        return
    shortage = find_shortage(agenda, look.free, look.left)
    if shortage is not None:
        yield Early(replace(reason_of_tally(shortage, call), text=tally_words(shortage, call)), NOW)
