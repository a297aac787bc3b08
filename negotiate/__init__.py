"""Compare what the parties to a negotiation want.

``load(folder)`` reads one, ``Table(negotiation)`` compares, ``markdown(table)`` writes it down. Each is
imported when it is first asked for, so that ``negotiate --help`` loads none of them.
"""

from __future__ import annotations

__all__ = ["Table", "__version__", "load", "markdown"]

__version__ = "0.1.0"

_HOMES = {
    "load": "negotiate.files.load",
    "Table": "negotiate.compare",
    "markdown": "negotiate.report.markdown.document",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
