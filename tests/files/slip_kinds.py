"""The slips that people make in YAML, one kind after the other: each gives all places of a file where it may happen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from .page import Page, Scalar


class Edit(NamedTuple):
    """``text`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str

    def made(self, text: str) -> str:
        return text[: self.start] + self.text + text[self.end :]


Kind = Callable[[Page, Random], Iterator[Edit]]

FREE = {"note", "quote", "title", "says", "what", "publisher", "question", "scope", "summary", "by", "role", "place"}
DATED = {"date", "until", "as_of"}
UNITS = re.compile(r"\b(days|weeks|months|years|crowns|sailors|troops)\b")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def misspelt(word: str, random: Random) -> str:
    """With two letters swapped, one left out, or one typed twice."""
    at = random.choice([at for at in range(1, len(word) - 1) if word[at : at + 2].isalnum()])
    a, b = word[at], word[at + 1]
    how = random.randrange(3) if a != b else 1
    return word[:at] + (b + a, b, a + a + b)[how] + word[at + 2 :]


def _free(page: Page) -> Iterator[Scalar]:
    """Words of the writer's own in plain writing."""
    for each in page.values:
        if each.path[-1] in FREE and " " in page.of(each) and each.path[::2] != ("responses", "says"):
            yield each


def _positions(page: Page) -> Iterator[Scalar]:
    """Terms: plain words within positions."""
    for each in page.values:
        names = [step for step in each.path if isinstance(step, str)]
        if "positions" in names and names[-1] not in FREE | {"source", "grade", "according_to"}:
            yield each


def _spaces(text: str) -> list[int]:
    return [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", text)]


def _outside_quotes(page: Page, pattern: str) -> Iterator[re.Match[str]]:
    """Where a pattern matches outside quotations, block text and comments."""
    words = [range(each.start, each.end) for each in page.scalars if each.style or "\n" in page.of(each)]
    for line in page.lines:
        code = re.sub(r"(^|\s)#.*", lambda found: " " * len(found[0]), line.text)
        for found in re.compile(pattern).finditer(page.text, line.start, line.start + len(code.rstrip())):
            if not any(found.start() in each for each in words):
                yield found


# --- the thirteen of the measure


def tab_indent(page: Page, random: Random) -> Iterator[Edit]:
    for line in page.lines:
        if line.indent >= 2:
            kept = random.choice([0, line.indent - 2])
            yield Edit(line.start + kept, line.start + line.indent, "\t" * max((line.indent - kept) // 2, 1))


def colon_in_text(page: Page, random: Random) -> Iterator[Edit]:
    for each in _free(page):
        at = each.start + random.choice(_spaces(page.of(each)) or [0])
        if at > each.start:
            yield Edit(at, at, ":")


def unclosed_quote(page: Page, random: Random) -> Iterator[Edit]:
    for each in page.scalars:
        if each.style in ("'", '"') and "\n" not in page.of(each):
            yield Edit(each.end - 1, each.end, "")
    for each in _free(page):
        if not set(page.of(each)) & set("'\""):
            yield Edit(each.start, each.start, random.choice("'\""))


def no_space_after_colon(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r"(?<=\w): (?=\w)"):
        yield Edit(found.end() - 1, found.end(), "")


def missing_colon(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r"(?<=\w):(?= |$|\n)"):
        yield Edit(found.start(), found.end(), "")


def extra_indent(page: Page, random: Random) -> Iterator[Edit]:
    for line in page.lines:
        yield Edit(line.start, line.start, " " * random.choice([1, 2, 3]))


def less_indent(page: Page, random: Random) -> Iterator[Edit]:
    """But of `note`, which may stand in every mapping: further left it is a note on something else, and no slip."""
    for line in page.lines:
        if line.indent and not line.text.lstrip().startswith("note:"):
            yield Edit(line.start, line.start + min(random.choice([1, 2]), line.indent), "")


def unclosed_bracket(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r"[}\]]"):
        yield Edit(found.start(), found.end(), "")


def at_sign(page: Page, _: Random) -> Iterator[Edit]:
    for each in page.values:
        if each.path[-1] in FREE | {"demand"}:
            yield Edit(each.start, each.start, "@")


def conflict_marker(page: Page, random: Random) -> Iterator[Edit]:
    for line in page.key_lines:
        end = line.start + len(line.text)
        other = line.text + ("" if line.text.endswith(("|", ">", "-")) else " as well")
        both = f"<<<<<<< HEAD\n{line.text}\n=======\n{other}\n>>>>>>> draft"
        left = random.choice(["<<<<<<< HEAD\n", "=======\n", ">>>>>>> draft\n"])
        yield random.choice([Edit(line.start, end, both), Edit(line.start, line.start, left)])


def block_text_not_indented(page: Page, random: Random) -> Iterator[Edit]:
    for each in page.scalars:
        if each.style in ("|", ">"):
            start = page.text.index("\n", each.start) + 1
            key = re.match(r" *(?:- +)*", page.text[page.text.rfind("\n", 0, each.start) + 1 :])
            blank = " " * random.choice([len(key[0]) if key else 0, 0])
            text = page.text[start : each.end].rstrip("\n")
            yield Edit(start, start + len(text), "\n".join(blank + line.strip() for line in text.split("\n")))


def dash_without_space(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r"(?<=^)(?: *)- (?=\S)|(?<=\n) *- (?=\S)"):
        yield Edit(found.end() - 1, found.end(), "")


def quote_in_quotes(page: Page, random: Random) -> Iterator[Edit]:
    for each in [*_free(page), *(each for each in page.scalars if each.style == '"')]:
        words = page.of(each).strip('"').split(" ")
        if '"' not in "".join(words) and "\n" not in page.of(each) and len(words) > 2:
            at = random.randrange(1, len(words) - 1)
            words[at] = f'"{words[at]}"'
            yield Edit(each.start, each.end, f'"{" ".join(words)}"')


# --- and thirteen of our own


def misspelt_key(page: Page, random: Random) -> Iterator[Edit]:
    known = {"title", "type", "options", "question", "group", "demand", "source", "positions", "scope", "quote"}
    known |= {"statements", "responses", "salience", "says", "date", "note", "unit", "parties", "issues", "sources"}
    known |= {"rounds", "negotiation", "party", "present", "rules_out", "accept", "remark", "publisher", "summary"}
    for each in page.scalars:
        if each.is_key and page.of(each) in known:
            yield Edit(each.start, each.end, misspelt(page.of(each), random))


def misspelt_option(page: Page, random: Random) -> Iterator[Edit]:
    options = re.compile(
        r"\b(guests only|closed|hybrid|diesel|electric|Aker|Bryn|survey|contract|launch|trial run|ceasefire|neutral"
        r"|own choice|line of contact|Ukraine withdraws|recognised in law|elections|peace talks)\b"
    )
    for each in _positions(page):
        found = options.search(page.text, each.start, each.end)
        if found:
            yield Edit(found.start(), found.end(), misspelt(found[0], random))


def misspelt_unit(page: Page, random: Random) -> Iterator[Edit]:
    for each in _positions(page):
        found = UNITS.search(page.text, each.start, each.end)
        if found:
            yield Edit(found.start(), found.end(), misspelt(found[0], random))


def wrong_date(page: Page, random: Random) -> Iterator[Edit]:
    for each in page.values:
        if each.path[-1] in DATED and DAY.fullmatch(page.of(each)):
            year, month, day = page.of(each).split("-")
            wrong = [
                f"{year}-{day}-{month}" if day > "12" else f"{year}-13-{day}",
                f"{year}-02-30",
                f"{day}.{month}.{year}",
            ]
            wrong += [
                f"{year}-{int(month)}-{day}x",
                f"{year}/{month}/{day}",
                f"{day} March {year}",
                f"{year}-{month}-{day}{day}",
            ]
            yield Edit(each.start, each.end, random.choice(wrong))


def comma_in_braces(page: Page, random: Random) -> Iterator[Edit]:
    for each in _free(page):
        if each.in_braces:
            at = each.start + random.choice(_spaces(page.of(each)) or [0])
            if at > each.start:
                yield Edit(at, at, ",")
    for each in page.values:
        if each.in_braces and (found := re.search(r"\d_\d{3}", page.of(each))):
            at = each.start + found.start() + 1
            yield Edit(at, at + 1, ",")


def misspelt_issue(page: Page, random: Random) -> Iterator[Edit]:
    for each in page.scalars:
        section, name = (each.path[-2] if len(each.path) > 1 else ""), page.of(each)
        is_name = section in ("positions", "salience") if each.is_key else each.path[-1] == "issue"
        if is_name and len(name) > 3 and " " not in name and name != "note" and "events" not in each.path:
            yield Edit(each.start, each.end, misspelt(name, random))


def misspelt_source(page: Page, random: Random) -> Iterator[Edit]:
    for each in page.values:
        if "source" in each.path[-2:] or each.path[-1] == "to":
            name = page.of(each).split(" ")[0]
            if len(name) > 4:
                yield Edit(each.start, each.start + len(name), misspelt(name, random))


def missing_comma(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r", (?=\w+: )"):
        yield Edit(found.start(), found.start() + 1, "")


def line_twice(page: Page, _: Random) -> Iterator[Edit]:
    for line in page.key_lines:
        if not re.search(r":( [|>]-?)?$|^ *- ", line.text):
            yield Edit(line.start, line.start, line.text + "\n")


def empty_value(page: Page, _: Random) -> Iterator[Edit]:
    for each in page.values:
        if isinstance(each.path[-1], str) and each.path[-1] in FREE | DATED | {
            "demand",
            "source",
            "type",
            "unit",
            "to",
        }:
            yield Edit(each.start, each.end, "")


def missing_dash(page: Page, _: Random) -> Iterator[Edit]:
    for line in page.lines:
        if line.text.lstrip().startswith("- "):
            at = line.start + line.indent
            yield Edit(at, at + 1, " ")


def wrong_bracket(page: Page, _: Random) -> Iterator[Edit]:
    for found in _outside_quotes(page, r"[}\]]"):
        yield Edit(found.start(), found.end(), "]" if found[0] == "}" else "}")


def no_break_space(page: Page, random: Random) -> Iterator[Edit]:
    """As it comes from a web page or a word processor."""
    for line in page.key_lines:
        at = page.text.find(": ", line.start, line.start + len(line.text)) + 1
        places = [line.start + line.indent - 1] * (line.indent > 0) + [at] * (at > 0)
        if places:
            place = random.choice(places)
            yield Edit(place, place + 1, "\u00a0")


ASKED: list[Kind] = [
    *(tab_indent, colon_in_text, unclosed_quote, no_space_after_colon, missing_colon, extra_indent, less_indent),
    *(unclosed_bracket, at_sign, conflict_marker, block_text_not_indented, dash_without_space, quote_in_quotes),
]
OWN: list[Kind] = [
    *(misspelt_key, misspelt_option, misspelt_unit, wrong_date, comma_in_braces, misspelt_issue, misspelt_source),
    *(missing_comma, line_twice, empty_value, missing_dash, wrong_bracket, no_break_space),
]
