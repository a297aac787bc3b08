"""What each code means, why it matters and what to write instead, for whoever meets it for the first time.

Nothing here is loaded but by ``negotiate explain``.
"""

from __future__ import annotations

from negotiate.files.explanations.doubts import DOUBTS
from negotiate.files.explanations.explanation import Explanation
from negotiate.files.explanations.fields import FIELDS
from negotiate.files.explanations.file import FILE
from negotiate.files.explanations.meaning import MEANING
from negotiate.files.explanations.names import NAMES
from negotiate.files.explanations.yaml import YAML

__all__ = ["EXPLANATIONS", "Explanation"]

EXPLANATIONS: dict[str, Explanation] = {**FILE, **YAML, **FIELDS, **NAMES, **MEANING, **DOUBTS}
