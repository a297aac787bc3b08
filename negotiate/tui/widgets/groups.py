"""Headings under which the keys are listed."""

from __future__ import annotations

from textual.binding import Binding

OPEN = Binding.Group("Open and leave")
MOVE = Binding.Group("Move")
FIND = Binding.Group("Find")
COMPARE = Binding.Group("Compare")
COLUMNS = Binding.Group("Columns and density")
TAKE = Binding.Group("Edit and take away")
PROGRAM = Binding.Group("Program")

ORDER = (OPEN, MOVE, FIND, COMPARE, COLUMNS, TAKE, PROGRAM)
