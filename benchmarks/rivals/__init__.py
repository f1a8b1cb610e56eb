"""Compare ltsched with others, on the same agendas, rules and stages: Timefold, and what people do by hand."""
