"""How keys are bound, and the headings under which they are listed."""

from __future__ import annotations

from textual.binding import Binding

OPEN = Binding.Group("Open and leave")
MOVE = Binding.Group("Move")
FIND = Binding.Group("Find")
COMPARE = Binding.Group("Compare")
OVER_TIME = Binding.Group("Over time")
COLUMNS = Binding.Group("Columns and density")
TAKE = Binding.Group("Edit and take away")
PROGRAM = Binding.Group("Program")

ORDER = (OPEN, MOVE, FIND, COMPARE, OVER_TIME, COLUMNS, TAKE, PROGRAM)


def bind(group: Binding.Group, id: str, keys: str, action: str, label: str, tooltip: str) -> Binding:
    """A key of ours. It has an id, by which the bar of keys finds it, and a tooltip, which the list of keys shows."""
    return Binding(keys, action, label, id=id, tooltip=tooltip, group=group)
