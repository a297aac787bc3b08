"""Position files: reading a folder, and saying what is wrong in it."""

from negotiate.files.bundled import bundled_folders, is_bundled, is_installed_copy
from negotiate.files.load import Loaded, load
from negotiate.files.problems import CODES, Excerpt, Problem, Severity, concise, render

__all__ = [
    "CODES",
    "Excerpt",
    "Loaded",
    "Problem",
    "Severity",
    "bundled_folders",
    "concise",
    "is_bundled",
    "is_installed_copy",
    "load",
    "render",
]
