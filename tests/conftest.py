"""How the laws are searched: the same cases in every run of the suite, or others each time for a long search.

``NEGOTIATE_EXAMPLES=2000 pytest tests/terms`` searches anew, that many cases for each law.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None, max_examples=12)
settings.register_profile("search", deadline=None, max_examples=int(os.environ.get("NEGOTIATE_EXAMPLES", "100")))
settings.load_profile("search" if "NEGOTIATE_EXAMPLES" in os.environ else "suite")
