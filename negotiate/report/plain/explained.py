"""The codes of problems, explained on a terminal."""

from __future__ import annotations

from textwrap import indent

from negotiate.files.explanations import EXPLANATIONS
from negotiate.files.problems import CODES
from negotiate.files.suggest import closest
from negotiate.report.refused import RefusedError
from negotiate.text.clean import one_line
from negotiate.text.width import wrap


def code_list() -> str:
    """All codes, a line each."""
    lines = [f"{code}  {title}\n" for code, title in CODES.items()]
    return "".join(lines) + "\nE: an error, W: a warning. More of one of them: negotiate explain E313\n"


def find_code(word: str) -> str:
    """The code that was typed, in any case. Raises RefusedError."""
    code = word.strip(" []").upper()
    if code in CODES:
        return code
    near = closest(code, CODES)
    hint = f"did you mean {near}?" if near else "`negotiate explain` lists all codes"
    raise RefusedError(f"there is no code `{one_line(word)}`; {hint}")


def explained(code: str, width: int) -> str:
    """Title, meaning, a wrong example, and what to write instead."""
    words, wrong, right, file = EXPLANATIONS[code]
    parts = [f"{code}: {CODES[code]}", _wrapped(words, width)]
    if wrong:
        parts += [f"Wrong, in {file}:", indent(wrong, "    ").rstrip(), "Right:", indent(right, "    ").rstrip()]
    else:
        parts += ["What to do:", _wrapped(right, width)]
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(text, width))
