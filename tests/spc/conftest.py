"""How many examples Hypothesis tries for the statistics, and that it tries the same ones every time.

``HYPOTHESIS_PROFILE=search`` looks for new examples, many more of them; ``few`` is for measuring
coverage, where each costs ten times as much.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", max_examples=100, derandomize=True, deadline=None, database=None)
settings.register_profile("few", max_examples=25, derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=5_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
