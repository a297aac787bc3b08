"""The palette of commands."""

from __future__ import annotations

from textual.command import CommandPalette


class Commands(CommandPalette):
    """Textual's own, but for paging: its list fails when a page key comes before it was first drawn (8.2.8)."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command_list" and parameters in (("page_up",), ("page_down",)):
            return False
        return super().check_action(action, parameters)
