"""Beginning a negotiation, and adding to one."""

from negotiate.files.new.add import Added, add_issue, add_party, add_source
from negotiate.files.new.specs import ISSUE_FORM, Spec, name_of, read_issue, read_party
from negotiate.files.new.start import start
from negotiate.files.new.template import Outline

__all__ = [
    "ISSUE_FORM",
    "Added",
    "Outline",
    "Spec",
    "add_issue",
    "add_party",
    "add_source",
    "name_of",
    "read_issue",
    "read_party",
    "start",
]
