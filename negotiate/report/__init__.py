"""Saying it: the Markdown document and the other outputs."""

from negotiate.report.markdown import markdown
from negotiate.report.select import UnknownName, select_issues, select_parties

__all__ = ["UnknownName", "markdown", "select_issues", "select_parties"]
