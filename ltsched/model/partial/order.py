"""The order of activities each of which may be left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ltsched.domain.rules import LagUnit, Precedence
from ltsched.model.context import Context

__all__ = ["post_orders", "with_bridges"]


def with_bridges(rules: Iterable[Precedence], optional: Collection[str]) -> list[Precedence]:
    """Return `rules`, and an order for each two between which only something `optional` stands.

    What came before something left out comes before what came after it; with all there, that follows anyhow.
    """
    left = list(dict.fromkeys(rules))
    ordered = {(rule.before, rule.after) for rule in left}
    following: dict[str, set[str]] = {}
    for before, after in ordered:
        following.setdefault(before, set()).add(after)
    for first in list(following):
        seen, waiting = set[str](), [id for id in following[first] if id in optional]
        while waiting:
            between = waiting.pop()
            for after in sorted(following.get(between, ())):
                if after not in seen:
                    seen.add(after)
                    if after in optional:
                        waiting.append(after)
        left += [Precedence(first, after) for after in sorted(seen) if (first, after) not in ordered and after != first]
    return left


def post_orders(context: Context) -> None:
    """Keep the order of what is kept.

    ``kept(a) ∧ kept(b) ⇒ start(b) ≥ start(a) + length(a)``, and the lags likewise: it forbids an analysis before what
    it is about, if both take place. Where only days count: ``day(b) ≥ day(a)``.
    """
    model = context.model
    for rule in with_bridges(context.agenda.precedences, context.kept):
        if rule.before not in context.placements or rule.after not in context.placements:
            continue
        before, after = context.placements[rule.before], context.placements[rule.after]
        both = [context.kept[id] for id in (rule.before, rule.after) if id in context.kept]
        if context.by_day:
            model.add(after.day >= before.day).only_enforce_if(both)
        elif rule.least <= 0:
            model.add(after.by_parts >= before.by_parts + before.length).only_enforce_if(both)
        if rule.least > 0 or rule.most is not None:
            table = context.date_table() if rule.unit is LagUnit.DAYS else context.working_day_table()
            lag = after.of_day(table) - before.of_day(table)
            if rule.least > 0:
                model.add(lag >= rule.least).only_enforce_if(both)
            if rule.most is not None:
                model.add(lag <= rule.most).only_enforce_if(both)
