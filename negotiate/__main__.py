"""``python -m negotiate``."""

from __future__ import annotations

import sys

from negotiate.cli import main

if __name__ == "__main__":
    sys.exit(main())
