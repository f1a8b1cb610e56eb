"""Calendars as other people's programs write them: what they say about when somebody is busy.

Nobody who plans can mend them. So no time is lost or moved in silence, and no entry stops a review: what cannot be
understood in one becomes a `Doubt`, and what is known of its time counts as busy.

What is made of the text (`syntax`) is an entry (`entry`), of entries a series (`series`), and of these a diary (here):
each imports only what comes before it.
"""
