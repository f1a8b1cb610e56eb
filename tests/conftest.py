"""What all tests have in common: none is told to be quick."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A deadline or a complaint that examples are slow to make would be about the machine, not about what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
