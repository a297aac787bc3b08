"""Does a file keep the format? What does not is reported and taken out, so that the rest can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from negotiate.files.format.models import adapter
from negotiate.files.format.parts import SHAPES
from negotiate.files.format.shape_words import keys_allowed, misfit
from negotiate.files.sheet import Sheet, context_of
from negotiate.files.slips.likely import likely_key
from negotiate.files.source.document import MOST_PROBLEMS
from negotiate.files.suggest import listed

Path = tuple["str | int", ...]


class _Misfit(NamedTuple):
    """One of pydantic's errors, and the way to it: the last step may be a key that is missing."""

    path: Path
    error: ErrorDetails


def check_shape(sheet: Sheet, file_format: type) -> None:
    """Report all that does not keep the format, and take it out: the key of a mapping whose keys the format names
    is deleted, and one that it does not have; a name that the writer chose, or an item of a list, is left with the
    value None."""
    if not sheet.is_readable:
        if sheet.document.data is not None:
            hint = "write `key: value` on each line, as in the examples"
            sheet.document.report("E204", "the file must be a mapping", sheet.document.root, hint)
        return
    model = adapter(file_format)
    try:
        model.validate_python(sheet.data)
    except ValidationError as error:
        _check(sheet, model, error)


def _check(sheet: Sheet, file_format: TypeAdapter[Any], error: ValidationError) -> None:
    errors = error.errors(include_url=False, include_context=True, include_input=True)
    found = [_Misfit(_path(each["loc"]), each) for each in errors]
    unknown = [each for each in found if each.error["type"] == "extra_forbidden"]
    # Of very many only the first are looked at: those that are listed.
    meant = {each.path: near for each in unknown[:MOST_PROBLEMS] if (near := _meant(file_format, each.path))}
    spelt = {(*path[:-1], near) for path, near in meant.items()}
    for each in found:
        if each.error["type"] == "missing":
            if each.path not in spelt and sheet.document.complete:
                _report_missing(sheet, each.path)
        elif each.error["type"] == "extra_forbidden":
            _report_unknown(sheet, each.path, file_format)
        else:
            _report_misfit(sheet, each)
    for each in found:
        _take_out(sheet, file_format, each, meant.get(each.path))


def _path(loc: tuple[str | int, ...]) -> Path:
    """The keys of a location without the tags of unions, which no file can hold as a key."""
    return tuple(step for step in loc if step not in SHAPES)


def _meant(file_format: TypeAdapter[Any], path: Path) -> str | None:
    return likely_key(str(path[-1]), keys_allowed(file_format, path[:-1]))


def _boxes(data: Any, path: Path) -> Iterator[Any]:
    """The containers on the way to what the path leads to."""
    for step in path:
        yield data
        data = data[step]


def _box(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


def _report_missing(sheet: Sheet, path: Path) -> None:
    *upper, name = path
    hint = f"add `{name}: ...`"
    if not upper:
        sheet.document.report("E201", f"`{name}` is missing", sheet.document.root, hint)
        return
    box = _box(sheet.data, tuple(upper))
    span = sheet.document.span(box, upper[-1], at_key=isinstance(upper[-1], str))
    sheet.document.report("E201", f"`{name}` is missing", span, hint, context=context_of(upper))


def _report_unknown(sheet: Sheet, path: Path, file_format: TypeAdapter[Any]) -> None:
    name, box = str(path[-1]), _box(sheet.data, path)
    if sheet.is_garbled(box, name, at_key=True) or not sheet.document.has_room():
        return
    allowed = keys_allowed(file_format, path[:-1])
    near = likely_key(name, allowed)
    hint = f"did you mean `{near}`?" if near else f"allowed here: {listed(allowed, 30)}"
    span = sheet.document.span(box, name, at_key=True)
    sheet.document.report("E202", f"unknown key `{name}`", span, hint, context=context_of(list(path)))


def _report_misfit(sheet: Sheet, each: _Misfit) -> None:
    path, value = each.path, each.error["input"]
    box, key = _box(sheet.data, path), path[-1]
    at_key = isinstance(key, str) and not isinstance(value, str)
    if sheet.is_garbled(box, key) or (value is None and sheet.document.flawed(box, key)):
        return  # nothing stands there because of what has been reported
    if not sheet.document.has_room():
        return
    code, message, hint = misfit(path, each.error)
    span = sheet.document.span(box, key, at_key)
    sheet.document.report(code, message, span, hint, context=context_of(list(path)))


def _take_out(sheet: Sheet, file_format: TypeAdapter[Any], each: _Misfit, meant: str | None) -> None:
    """Mark the containers and empty what does not fit. In what was written once and used twice it may be gone."""
    try:
        boxes = list(_boxes(sheet.data, each.path))
    except (KeyError, IndexError, TypeError):
        return
    sheet.spoilt.update(map(id, boxes))
    if not boxes or each.error["type"] == "missing":
        return
    last, lost = each.path[-1], sheet.lost.setdefault(id(boxes[-1]), set())
    if each.error["type"] == "extra_forbidden":
        boxes[-1].pop(last, None)  # elsewhere the format may have it, and the reader look for it
        lost.add(meant or str(last))
    elif last in keys_allowed(file_format, each.path[:-1]):
        boxes[-1].pop(last, None)
        lost.add(str(last))
    else:
        boxes[-1][last] = None
