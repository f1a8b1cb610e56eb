"""Calendars as other people's programs write them: what they say about when somebody is busy.

Nobody who plans can mend them. So no time is lost or moved in silence, and no entry stops a review: what cannot be
understood in one becomes a `Doubt`, and what is known of its time counts as busy.
"""
