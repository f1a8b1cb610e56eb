"""Why nothing fits: what is found out about it, as values; the sentences are in `ltsched.domain.words`."""
