"""The sentences, in full: every verdict for every type of issue, conditions, silences and marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from negotiate.compare import Position, relate, verdict_brief, whose
from negotiate.compare.reasons.reason import reason
from negotiate.model import Issue, Stance
from negotiate.terms import Quantity, Sequences, Subsets

from .build import (
    ASSETS,
    DATE,
    DURATION,
    GUARANTEES,
    KM,
    NATO,
    REGIONS,
    STEPS,
    TROOPS,
    YES_NO,
    issue,
    nothing_recorded,
    position,
    related,
)

Terms = dict[str, Any]
Row = tuple[Terms, Terms, str, str]
"""The terms of Russia and of Ukraine, the verdict, the reason."""

NAMES = {"a": "Russia", "b": "Ukraine"}


def terms(**said: Any) -> Terms:
    return said


def titled(domain: Any, title: str, **more: Any) -> Issue:
    return replace(issue(domain), title=title, **more)


ISSUES = {
    "g": titled(GUARANTEES, "Security guarantees"),
    "y": titled(YES_NO, "Truce", question="Is there a truce?", kind="yes-no"),
    "t": titled(YES_NO, "Treaty", kind="yes-no"),
    "r": titled(REGIONS, "Oblasts"),
    "o": titled(STEPS, "Order of steps"),
    "d": titled(DURATION, "Length of the truce"),
}
GUARANTEED: dict[str, tuple[Any, str]] = {"g": (GUARANTEES, "Article 5-like")}
TRUCE: dict[str, tuple[Any, str]] = {"y": (YES_NO, "yes")}

QUANTITY_ROWS: list[Row] = [
    (
        terms(demand="at most 85_000"),
        terms(demand="at most 85_000"),
        "agree",
        "Russia and Ukraine demand the same: at most 85,000 troops.",
    ),
    (
        terms(demand="at most 85_000", accept=["3 to 5 or 9"]),
        terms(demand="at most 85_000", accept=["3 to 5 or 9"]),
        "agree",
        "Russia and Ukraine demand the same: at most 85,000 troops.",
    ),
    (
        terms(demand="at most 85_000"),
        terms(demand="at least 250_000"),
        "gap",
        "Ukraine's floor of 250,000 troops is above Russia's ceiling of 85,000: a gap of 165,000 troops. No red line is recorded for either.",
    ),
    (
        terms(demand="at most 85_000"),
        terms(demand="at least 250_000", accept=["at most 85_000"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept at most 85,000 troops.",
    ),
    (
        terms(demand="at most 85_000", accept=["3 to 5 or 9"]),
        terms(demand="at least 250_000", accept=["3 to 5 or 9"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept 3 to 5 troops or exactly 9 troops.",
    ),
    (
        terms(demand="at most 85_000", accept=[("3 to 5 or 9", GUARANTEED)]),
        terms(demand="at least 250_000", accept=[("at most 85_000", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept at most 85,000 troops, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="at most 85_000"),
        terms(demand="at least 250_000", rules_out="at most 85_000"),
        "clash",
        "Ukraine's floor of 250,000 troops is above Russia's ceiling of 85,000: a gap of 165,000 troops. All that Russia accepts crosses Ukraine's red line (at most 85,000 troops).",
    ),
    (
        terms(demand="at most 85_000", rules_out="anything else"),
        terms(demand="at least 250_000", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but at most 85,000 troops; Ukraine rules out anything but at least 250,000 troops.",
    ),
    (
        terms(demand="at most 85_000", scope="at once"),
        terms(demand="at most 85_000"),
        "not comparable",
        "Russia says at most 85,000 troops, “at once”; Ukraine says at most 85,000 troops, without those words. The value that they share is at most 85,000 troops, but it is said of different things, and that does not count as agreement.",
    ),
    (
        terms(demand="at most 85_000"),
        terms(),
        "one-sided",
        "Russia demands at most 85,000 troops; no position is recorded for Ukraine.",
    ),
    (
        terms(rules_out="at most 85_000"),
        terms(rules_out="at least 250_000"),
        "unknown",
        "Russia has stated only what it rules out (at most 85,000 troops); Ukraine has stated only what it rules out (at least 250,000 troops). Outside both red lines there remains 85,001 to 249,999 troops.",
    ),
    (
        terms(demand="at most 85_000"),
        terms(rules_out="at least 250_000"),
        "one-sided",
        "Russia demands at most 85,000 troops; Ukraine has stated only what it rules out (at least 250,000 troops), which Russia's terms need not cross.",
    ),
    (
        terms(demand="at most 85_000", rules_out="at least 250_000"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: at most 85,000 troops.",
    ),
    (
        terms(demand="at most 85_000"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

REAL_ROWS: list[Row] = [
    (
        terms(demand="at most 40"),
        terms(demand="at most 40"),
        "agree",
        "Russia and Ukraine demand the same: at most 40 km.",
    ),
    (
        terms(demand="at most 40", accept=["exactly 30"]),
        terms(demand="at most 40", accept=["exactly 30"]),
        "agree",
        "Russia and Ukraine demand the same: at most 40 km.",
    ),
    (
        terms(demand="at most 40"),
        terms(demand="above 40"),
        "gap",
        "Ukraine's floor and Russia's ceiling touch at 40 km, but one of them excludes it. No red line is recorded for either.",
    ),
    (
        terms(demand="at most 40"),
        terms(demand="above 40", accept=["at most 40"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept at most 40 km.",
    ),
    (
        terms(demand="at most 40", accept=["exactly 30"]),
        terms(demand="above 40", accept=["exactly 30"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept exactly 30 km.",
    ),
    (
        terms(demand="at most 40", accept=[("exactly 30", GUARANTEED)]),
        terms(demand="above 40", accept=[("at most 40", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept at most 40 km, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="at most 40"),
        terms(demand="above 40", rules_out="at most 40"),
        "clash",
        "Ukraine's floor and Russia's ceiling touch at 40 km, but one of them excludes it. All that Russia accepts crosses Ukraine's red line (at most 40 km).",
    ),
    (
        terms(demand="at most 40", rules_out="anything else"),
        terms(demand="above 40", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but at most 40 km; Ukraine rules out anything but above 40 km.",
    ),
    (
        terms(demand="at most 40", scope="at once"),
        terms(demand="at most 40"),
        "not comparable",
        "Russia says at most 40 km, “at once”; Ukraine says at most 40 km, without those words. The value that they share is at most 40 km, but it is said of different things, and that does not count as agreement.",
    ),
    (
        terms(demand="at most 40"),
        terms(),
        "one-sided",
        "Russia demands at most 40 km; no position is recorded for Ukraine.",
    ),
    (
        terms(rules_out="at most 40"),
        terms(rules_out="above 40"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out at most 40 km; Ukraine rules out above 40 km.",
    ),
    (
        terms(demand="at most 40"),
        terms(rules_out="above 40"),
        "one-sided",
        "Russia demands at most 40 km; Ukraine has stated only what it rules out (above 40 km), which Russia's terms need not cross.",
    ),
    (
        terms(demand="at most 40", rules_out="above 40"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: at most 40 km.",
    ),
    (
        terms(demand="at most 40"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

DURATION_ROWS: list[Row] = [
    (
        terms(demand="at most 30 days"),
        terms(demand="at most 30 days"),
        "agree",
        "Russia and Ukraine demand the same: at most 30 days.",
    ),
    (
        terms(demand="at most 30 days", accept=["exactly 3 months"]),
        terms(demand="at most 30 days", accept=["exactly 3 months"]),
        "agree",
        "Russia and Ukraine demand the same: at most 30 days. Both would accept at most 30 days or exactly 90 days. Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(demand="at least 2 months"),
        "gap",
        "Ukraine's minimum of 60 days is longer than Russia's maximum of 30 days: a gap of 30 days. No red line is recorded for either. Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(demand="at least 2 months", accept=["at most 30 days"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept at most 30 days. Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days", accept=["exactly 3 months"]),
        terms(demand="at least 2 months", accept=["exactly 3 months"]),
        "overlap",
        "Russia accepts what Ukraine demands: a deal is on the table. Both accept exactly 90 days. Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days", accept=[("exactly 3 months", GUARANTEED)]),
        terms(demand="at least 2 months", accept=[("at most 30 days", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept at most 30 days or exactly 90 days, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there). Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(demand="at least 2 months", rules_out="at most 30 days"),
        "clash",
        "Ukraine's minimum of 60 days is longer than Russia's maximum of 30 days: a gap of 30 days. All that Russia accepts crosses Ukraine's red line (at most 30 days). Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days", rules_out="anything else"),
        terms(demand="at least 2 months", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but at most 30 days; Ukraine rules out anything but at least 60 days. Months are counted as 30 days and years as 12 of them.",
    ),
    (
        terms(demand="at most 30 days", scope="at once"),
        terms(demand="at most 30 days"),
        "not comparable",
        "Russia says at most 30 days, “at once”; Ukraine says at most 30 days, without those words. The value that they share is at most 30 days, but it is said of different things, and that does not count as agreement.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(),
        "one-sided",
        "Russia demands at most 30 days; no position is recorded for Ukraine.",
    ),
    (
        terms(rules_out="at most 30 days"),
        terms(rules_out="at least 2 months"),
        "unknown",
        "Russia has stated only what it rules out (at most 30 days); Ukraine has stated only what it rules out (at least 2 months). Outside both red lines there remains 31 to 59 days.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(rules_out="at least 2 months"),
        "one-sided",
        "Russia demands at most 30 days; Ukraine has stated only what it rules out (at least 2 months), which Russia's terms need not cross.",
    ),
    (
        terms(demand="at most 30 days", rules_out="at least 2 months"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: at most 30 days.",
    ),
    (
        terms(demand="at most 30 days"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

DATE_ROWS: list[Row] = [
    (
        terms(demand="by 2026-03-01"),
        terms(demand="by 2026-03-01"),
        "agree",
        "Russia and Ukraine demand the same: a date by 1 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01", accept=["on 2026-03-05"]),
        terms(demand="by 2026-03-01", accept=["on 2026-03-05"]),
        "agree",
        "Russia and Ukraine demand the same: a date by 1 March 2026. Both would accept a date by 1 March 2026 or 5 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(demand="after 2026-03-01"),
        "gap",
        "Ukraine's earliest date of 2 March 2026 is after Russia's latest date of 1 March 2026: a gap of 1 day. No red line is recorded for either.",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(demand="after 2026-03-01", accept=["by 2026-03-01"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept a date by 1 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01", accept=["on 2026-03-05"]),
        terms(demand="after 2026-03-01", accept=["on 2026-03-05"]),
        "overlap",
        "Russia accepts what Ukraine demands: a deal is on the table. Both accept 5 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01", accept=[("on 2026-03-05", GUARANTEED)]),
        terms(demand="after 2026-03-01", accept=[("by 2026-03-01", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept a date by 1 March 2026 or 5 March 2026, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(demand="after 2026-03-01", rules_out="by 2026-03-01"),
        "clash",
        "Ukraine's earliest date of 2 March 2026 is after Russia's latest date of 1 March 2026: a gap of 1 day. All that Russia accepts crosses Ukraine's red line (a date by 1 March 2026).",
    ),
    (
        terms(demand="by 2026-03-01", rules_out="anything else"),
        terms(demand="after 2026-03-01", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but a date by 1 March 2026; Ukraine rules out anything but a date from 2 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01", scope="at once"),
        terms(demand="by 2026-03-01"),
        "not comparable",
        "Russia says a date by 1 March 2026, “at once”; Ukraine says a date by 1 March 2026, without those words. The value that they share is a date by 1 March 2026, but it is said of different things, and that does not count as agreement.",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(),
        "one-sided",
        "Russia demands a date by 1 March 2026; no position is recorded for Ukraine.",
    ),
    (
        terms(rules_out="by 2026-03-01"),
        terms(rules_out="after 2026-03-01"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out a date by 1 March 2026; Ukraine rules out a date after 1 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(rules_out="after 2026-03-01"),
        "one-sided",
        "Russia demands a date by 1 March 2026; Ukraine has stated only what it rules out (a date after 1 March 2026), which Russia's terms need not cross.",
    ),
    (
        terms(demand="by 2026-03-01", rules_out="after 2026-03-01"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: a date by 1 March 2026.",
    ),
    (
        terms(demand="by 2026-03-01"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

CHOICE_ROWS: list[Row] = [
    (terms(demand="returned"), terms(demand="returned"), "agree", "Russia and Ukraine both demand “returned”."),
    (
        terms(demand="returned", accept=["anything but returned"]),
        terms(demand="returned", accept=["anything but returned"]),
        "agree",
        "Russia and Ukraine both demand “returned”. Both would accept anything.",
    ),
    (
        terms(demand="returned"),
        terms(demand="frozen or to Ukraine"),
        "gap",
        "Russia accepts “returned”; Ukraine accepts “frozen” or “to Ukraine”: they share no option (opposed). No red line is recorded for either.",
    ),
    (
        terms(demand="returned"),
        terms(demand="frozen or to Ukraine", accept=["returned"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept “returned”.",
    ),
    (
        terms(demand="returned", accept=["anything but returned"]),
        terms(demand="frozen or to Ukraine", accept=["anything but returned"]),
        "overlap",
        "Russia accepts what Ukraine demands: a deal is on the table. Both accept “frozen” or “to Ukraine”.",
    ),
    (
        terms(demand="returned", accept=[("anything but returned", GUARANTEED)]),
        terms(demand="frozen or to Ukraine", accept=[("returned", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept anything, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="returned"),
        terms(demand="frozen or to Ukraine", rules_out="returned"),
        "clash",
        "Russia accepts “returned”; Ukraine accepts “frozen” or “to Ukraine”: they share no option. All that Russia accepts crosses Ukraine's red line (“returned”).",
    ),
    (
        terms(demand="returned", rules_out="anything else"),
        terms(demand="frozen or to Ukraine", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but “returned”; Ukraine rules out anything but “frozen” or “to Ukraine”.",
    ),
    (
        terms(demand="returned", scope="at once"),
        terms(demand="returned"),
        "not comparable",
        "Russia says “returned”, “at once”; Ukraine says “returned”, without those words. The value that they share is “returned”, but it is said of different things, and that does not count as agreement.",
    ),
    (terms(demand="returned"), terms(), "one-sided", "Russia demands “returned”; no position is recorded for Ukraine."),
    (
        terms(rules_out="returned"),
        terms(rules_out="frozen or to Ukraine"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out “returned”; Ukraine rules out “frozen” or “to Ukraine”.",
    ),
    (
        terms(demand="returned"),
        terms(rules_out="frozen or to Ukraine"),
        "one-sided",
        "Russia demands “returned”; Ukraine has stated only what it rules out (“frozen” or “to Ukraine”), which Russia's terms need not cross.",
    ),
    (
        terms(demand="returned", rules_out="frozen or to Ukraine"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: “returned”.",
    ),
    (
        terms(demand="returned"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

SCALE_ROWS: list[Row] = [
    (terms(demand="ban"), terms(demand="ban"), "agree", "Russia and Ukraine both demand “ban”."),
    (
        terms(demand="ban", accept=["at least open door"]),
        terms(demand="ban", accept=["at least open door"]),
        "agree",
        "Russia and Ukraine both demand “ban”. Both would accept anything.",
    ),
    (
        terms(demand="ban"),
        terms(demand="membership"),
        "gap",
        "Russia accepts “ban”; Ukraine accepts “membership”: 2 steps apart. No red line is recorded for either.",
    ),
    (
        terms(demand="ban"),
        terms(demand="membership", accept=["ban"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept “ban”.",
    ),
    (
        terms(demand="ban", accept=["at least open door"]),
        terms(demand="membership", accept=["at least open door"]),
        "overlap",
        "Russia accepts what Ukraine demands: a deal is on the table. Both accept at least “open door”.",
    ),
    (
        terms(demand="ban", accept=[("at least open door", GUARANTEED)]),
        terms(demand="membership", accept=[("ban", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept “ban” or “membership”, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="ban"),
        terms(demand="membership", rules_out="ban"),
        "clash",
        "Russia accepts “ban”; Ukraine accepts “membership”: 2 steps apart. All that Russia accepts crosses Ukraine's red line (“ban”).",
    ),
    (
        terms(demand="ban", rules_out="anything else"),
        terms(demand="membership", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but “ban”; Ukraine rules out anything but “membership”.",
    ),
    (
        terms(demand="ban", scope="at once"),
        terms(demand="ban"),
        "not comparable",
        "Russia says “ban”, “at once”; Ukraine says “ban”, without those words. The value that they share is “ban”, but it is said of different things, and that does not count as agreement.",
    ),
    (terms(demand="ban"), terms(), "one-sided", "Russia demands “ban”; no position is recorded for Ukraine."),
    (
        terms(rules_out="ban"),
        terms(rules_out="membership"),
        "unknown",
        "Russia has stated only what it rules out (“ban”); Ukraine has stated only what it rules out (“membership”). Outside both red lines there remains “open door”.",
    ),
    (
        terms(demand="ban"),
        terms(rules_out="membership"),
        "one-sided",
        "Russia demands “ban”; Ukraine has stated only what it rules out (“membership”), which Russia's terms need not cross.",
    ),
    (
        terms(demand="ban", rules_out="membership"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: “ban”.",
    ),
    (
        terms(demand="ban"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

YES_NO_ROWS: list[Row] = [
    (terms(demand="yes"), terms(demand="yes"), "agree", "Russia and Ukraine both say yes."),
    (
        terms(demand="yes", accept=["yes or no"]),
        terms(demand="yes", accept=["yes or no"]),
        "agree",
        "Russia and Ukraine both say yes. Both would accept anything.",
    ),
    (
        terms(demand="yes"),
        terms(demand="no"),
        "gap",
        "Russia says yes; Ukraine says no (opposed). No red line is recorded for either.",
    ),
    (
        terms(demand="yes"),
        terms(demand="no", accept=["yes"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept yes.",
    ),
    (
        terms(demand="yes", accept=["yes or no"]),
        terms(demand="no", accept=["yes or no"]),
        "overlap",
        "Russia accepts what Ukraine demands; Ukraine accepts what Russia demands: a deal is on the table. Both accept anything.",
    ),
    (
        terms(demand="yes", accept=[("yes or no", GUARANTEED)]),
        terms(demand="no", accept=[("yes", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept anything, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="yes"),
        terms(demand="no", rules_out="yes"),
        "clash",
        "Russia says yes; Ukraine says no. All that Russia accepts crosses Ukraine's red line (yes).",
    ),
    (
        terms(demand="yes", rules_out="anything else"),
        terms(demand="no", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but yes; Ukraine rules out anything but no.",
    ),
    (
        terms(demand="yes", scope="at once"),
        terms(demand="yes"),
        "not comparable",
        "Russia says yes, “at once”; Ukraine says yes, without those words. The value that they share is yes, but it is said of different things, and that does not count as agreement.",
    ),
    (terms(demand="yes"), terms(), "one-sided", "Russia says yes; no position is recorded for Ukraine."),
    (
        terms(rules_out="yes"),
        terms(rules_out="no"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out yes; Ukraine rules out no.",
    ),
    (
        terms(demand="yes"),
        terms(rules_out="no"),
        "one-sided",
        "Russia says yes; Ukraine has stated only what it rules out (no), which Russia's terms need not cross.",
    ),
    (
        terms(demand="yes", rules_out="no"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: yes.",
    ),
    (
        terms(demand="yes"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

SET_ROWS: list[Row] = [
    (terms(demand="all"), terms(demand="all"), "agree", "Russia and Ukraine demand the same: all."),
    (
        terms(demand="all", accept=["including Donetsk; without Kherson"]),
        terms(demand="all", accept=["including Donetsk; without Kherson"]),
        "agree",
        "Russia and Ukraine demand the same: all. Both would accept (including Donetsk; without Kherson) or all.",
    ),
    (
        terms(demand="all"),
        terms(demand="exactly Donetsk"),
        "gap",
        "Russia requires Luhansk, Zaporizhzhia, Kherson, which Ukraine excludes; agreed in part: both include Donetsk (3 items contested). No red line is recorded for either.",
    ),
    (
        terms(demand="all"),
        terms(demand="exactly Donetsk", accept=["all"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept all.",
    ),
    (
        terms(demand="all", accept=["including Donetsk; without Kherson"]),
        terms(demand="exactly Donetsk", accept=["including Donetsk; without Kherson"]),
        "overlap",
        "Russia accepts what Ukraine demands: a deal is on the table. Both accept including Donetsk; without Kherson.",
    ),
    (
        terms(demand="all", accept=[("including Donetsk; without Kherson", GUARANTEED)]),
        terms(demand="exactly Donetsk", accept=[("all", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept exactly Donetsk or all, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="all"),
        terms(demand="exactly Donetsk", rules_out="all"),
        "clash",
        "Russia requires Luhansk, Zaporizhzhia, Kherson, which Ukraine excludes; agreed in part: both include Donetsk (3 items contested). All that Russia accepts crosses Ukraine's red line (all).",
    ),
    (
        terms(demand="all", rules_out="anything else"),
        terms(demand="exactly Donetsk", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but all; Ukraine rules out anything but exactly Donetsk.",
    ),
    (
        terms(demand="all", scope="at once"),
        terms(demand="all"),
        "not comparable",
        "Russia says all, “at once”; Ukraine says all, without those words. The value that they share is all, but it is said of different things, and that does not count as agreement.",
    ),
    (terms(demand="all"), terms(), "one-sided", "Russia demands all; no position is recorded for Ukraine."),
    (
        terms(rules_out="all"),
        terms(rules_out="exactly Donetsk"),
        "unknown",
        "Russia has stated only what it rules out (all); Ukraine has stated only what it rules out (exactly Donetsk).",
    ),
    (
        terms(demand="all"),
        terms(rules_out="exactly Donetsk"),
        "one-sided",
        "Russia demands all; Ukraine has stated only what it rules out (exactly Donetsk), which Russia's terms need not cross.",
    ),
    (
        terms(demand="all", rules_out="exactly Donetsk"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: all.",
    ),
    (
        terms(demand="all"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]

ORDER_ROWS: list[Row] = [
    (
        terms(demand="ceasefire then withdrawal"),
        terms(demand="ceasefire then withdrawal"),
        "agree",
        "Russia and Ukraine demand the same: ceasefire before withdrawal.",
    ),
    (
        terms(demand="ceasefire then withdrawal", accept=["treaty last"]),
        terms(demand="ceasefire then withdrawal", accept=["treaty last"]),
        "agree",
        "Russia and Ukraine demand the same: ceasefire before withdrawal. Both would accept ceasefire before withdrawal or (ceasefire before treaty; withdrawal before treaty).",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(demand="withdrawal before ceasefire"),
        "gap",
        "Russia wants ceasefire before withdrawal; Ukraine wants withdrawal before ceasefire: a circle, so no order satisfies both. No red line is recorded for either.",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(demand="withdrawal before ceasefire", accept=["ceasefire then withdrawal"]),
        "overlap",
        "Ukraine accepts what Russia demands: a deal is on the table. Both accept ceasefire before withdrawal.",
    ),
    (
        terms(demand="ceasefire then withdrawal", accept=["treaty last"]),
        terms(demand="withdrawal before ceasefire", accept=["treaty last"]),
        "overlap",
        "Russia accepts what Ukraine demands; Ukraine accepts what Russia demands: a deal is on the table. Both accept ceasefire before treaty; withdrawal before treaty.",
    ),
    (
        terms(demand="ceasefire then withdrawal", accept=[("treaty last", GUARANTEED)]),
        terms(demand="withdrawal before ceasefire", accept=[("ceasefire then withdrawal", TRUCE)]),
        "conditional",
        "Russia and Ukraine could both accept ceasefire before withdrawal or withdrawal then ceasefire then treaty, on conditions that differ from outcome to outcome: Ukraine requires that “Is there a truce?” is answered yes (no position recorded there); Russia requires that “Security guarantees” is “Article 5-like” (no position recorded there).",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(demand="withdrawal before ceasefire", rules_out="ceasefire then withdrawal"),
        "clash",
        "Russia wants ceasefire before withdrawal; Ukraine wants withdrawal before ceasefire: a circle, so no order satisfies both. All that Russia accepts crosses Ukraine's red line (ceasefire before withdrawal).",
    ),
    (
        terms(demand="ceasefire then withdrawal", rules_out="anything else"),
        terms(demand="withdrawal before ceasefire", rules_out="anything else"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out anything but ceasefire before withdrawal; Ukraine rules out anything but withdrawal before ceasefire.",
    ),
    (
        terms(demand="ceasefire then withdrawal", scope="at once"),
        terms(demand="ceasefire then withdrawal"),
        "not comparable",
        "Russia says ceasefire before withdrawal, “at once”; Ukraine says ceasefire before withdrawal, without those words. The value that they share is ceasefire before withdrawal, but it is said of different things, and that does not count as agreement.",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(),
        "one-sided",
        "Russia demands ceasefire before withdrawal; no position is recorded for Ukraine.",
    ),
    (
        terms(rules_out="ceasefire then withdrawal"),
        terms(rules_out="withdrawal before ceasefire"),
        "clash",
        "Their red lines leave no possible outcome: Russia rules out ceasefire before withdrawal; Ukraine rules out withdrawal before ceasefire.",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(rules_out="withdrawal before ceasefire"),
        "one-sided",
        "Russia demands ceasefire before withdrawal; Ukraine has stated only what it rules out (withdrawal before ceasefire), which Russia's terms need not cross.",
    ),
    (
        terms(demand="ceasefire then withdrawal", rules_out="withdrawal before ceasefire"),
        terms(stance=Stance.INDIFFERENT),
        "overlap",
        "Ukraine leaves it to the others, so Russia's terms stand: ceasefire before withdrawal.",
    ),
    (
        terms(demand="ceasefire then withdrawal"),
        terms(accept=["nothing"]),
        "clash",
        "Ukraine accepts no outcome here, so nothing that Russia proposes can meet it.",
    ),
]


TABLES = [
    (TROOPS, QUANTITY_ROWS),
    (KM, REAL_ROWS),
    (DURATION, DURATION_ROWS),
    (DATE, DATE_ROWS),
    (ASSETS, CHOICE_ROWS),
    (NATO, SCALE_ROWS),
    (YES_NO, YES_NO_ROWS),
    (REGIONS, SET_ROWS),
    (STEPS, ORDER_ROWS),
]
ROWS = [(domain, *row) for domain, rows in TABLES for row in rows]


def sentence(domain: Any, a: Terms, b: Terms) -> str:
    return reason(related(domain, position("a", domain, **a), position("b", domain, **b)), NAMES, ISSUES).sentence


@pytest.mark.parametrize(("domain", "a", "b", "verdict", "said"), ROWS)
def test_verdict_and_reason(domain: Any, a: Terms, b: Terms, verdict: str, said: str) -> None:
    relation = related(domain, position("a", domain, **a), position("b", domain, **b))
    assert (relation.verdict.value, reason(relation, NAMES, ISSUES).sentence) == (verdict, said)


@pytest.mark.parametrize(("domain", "rows"), TABLES, ids=[type(domain).__name__ for domain, _ in TABLES])
def test_every_type_has_every_verdict(domain: Any, rows: list[Row]) -> None:
    """All that need a region; a choice of two leaves no room between red lines."""
    wanted = {"agree", "overlap", "conditional", "not comparable", "gap", "clash", "one-sided"}
    assert wanted <= {verdict for _, _, verdict, _ in rows}


# --- what one party's silence is called

SILENCES = [
    (terms(), "no position is recorded for Ukraine"),
    (terms(stance=Stance.UNDISCLOSED), "Ukraine has not disclosed its position"),
    (terms(stance=Stance.WITHDRAWN), "Ukraine has withdrawn its position"),
    (terms(stance=Stance.SILENT), "Ukraine's paper is silent on it"),
    (terms(stance=Stance.LEFT_OPEN), "Ukraine has left it open"),
    (
        terms(stance=Stance.UNDISCLOSED, rules_out="membership"),
        "Ukraine has not disclosed its position and has stated only what it rules out (“membership”), "
        "which Russia's terms need not cross",
    ),
]


@pytest.mark.parametrize(("silent", "said"), SILENCES)
def test_one_sided(silent: Terms, said: str) -> None:
    assert sentence(NATO, terms(demand="ban"), silent) == f"Russia demands “ban”; {said}."
    assert sentence(NATO, terms(accept=["ban"]), silent) == f"Russia would accept “ban”; {said}."


def test_neither() -> None:
    indifferent = terms(stance=Stance.INDIFFERENT)
    assert sentence(NATO, terms(), terms()) == "No position is recorded for Russia or for Ukraine."
    assert sentence(NATO, terms(), terms(stance=Stance.UNDISCLOSED)) == (
        "No position is recorded for Russia; Ukraine has not disclosed its position."
    )
    assert (
        sentence(NATO, indifferent, indifferent) == "Russia leaves it to the others; Ukraine leaves it to the others."
    )
    assert sentence(NATO, terms(rules_out="ban"), terms(rules_out="ban")) == (
        "Both rule out the same (“ban”), and neither has stated what it wants."
    )
    assert (
        sentence(NATO, terms(stance=Stance.NOT_CONCERNED), terms(demand="ban")) == "The issue does not concern Russia."
    )


def test_both_accept_nothing() -> None:
    refuses = terms(accept=["nothing"])
    assert related(NATO, position("a", NATO, **refuses), position("b", NATO, **refuses)).verdict.value == "clash"
    assert sentence(NATO, refuses, refuses) == "Neither Russia nor Ukraine accepts any outcome here."


def test_leaving_it_to_the_others_but_for_a_red_line() -> None:
    but_for = terms(stance=Stance.INDIFFERENT, rules_out="ban")
    assert sentence(NATO, terms(demand="at most open door"), but_for) == (
        "Ukraine leaves it to the others, but rules out “ban”, so Russia's terms stand as far as that allows: “open door”."
    )
    assert sentence(NATO, terms(stance=Stance.INDIFFERENT), but_for) == (
        "Russia leaves it to the others; Ukraine leaves it to the others, but rules out “ban”. "
        "Outside both red lines there remains at least “open door”."
    )


# --- values not named

UNNAMED = [
    (TROOPS, "some limit", "a limit"),
    (TROOPS, "some", "a limit"),
    (TROOPS, "some amount", "an amount"),
    (TROOPS, "some limit below 1_000", "a limit below 1,000"),
    (DATE, "some date after 2026-01-01", "a date after 1 January 2026"),
    (REGIONS, "some", "some of the items"),
    (REGIONS, "some items", "some of the items"),
    (REGIONS, "some of Donetsk, Kherson", "some of these (Donetsk, Kherson)"),
]


@pytest.mark.parametrize(("domain", "words", "wanted"), UNNAMED)
def test_a_value_not_named(domain: Any, words: str, wanted: str) -> None:
    assert sentence(domain, terms(demand=words), terms(demand="anything")) == (
        f"Russia wants {wanted} and has named none; Ukraine demands anything: whether these meet cannot be said."
    )


# --- conditions

CONDITIONS = [
    ("g", GUARANTEES, "Article 5-like", "“Security guarantees” is “Article 5-like”"),
    ("g", GUARANTEES, "at least consultation", "“Security guarantees” is at least “consultation”"),
    ("y", YES_NO, "yes", "“Is there a truce?” is answered yes"),
    ("t", YES_NO, "no", "“Treaty” is answered no"),
    (
        "r",
        REGIONS,
        "including Donetsk; without Kherson",
        "“Oblasts” is settled as including Donetsk, and without Kherson",
    ),
    ("o", STEPS, "ceasefire before treaty", "“Order of steps” is settled as ceasefire before treaty"),
    ("d", DURATION, "at least 2 months", "“Length of the truce” is at least 2 months"),
]


@pytest.mark.parametrize(("name", "domain", "words", "said"), CONDITIONS)
def test_conditions_name_the_issue_by_its_title_or_question(name: str, domain: Any, words: str, said: str) -> None:
    wanted: Terms = terms(demand="membership", accept=[("ban", {name: (domain, words)})])
    assert sentence(NATO, terms(demand="ban"), wanted) == (
        f"Russia and Ukraine could both accept “ban”, on conditions: Ukraine requires that {said} "
        "(no position recorded there)."
    )
    alone: Terms = terms(demand="ban", demand_if={name: (domain, words)})
    assert sentence(NATO, alone, terms()) == f"Russia demands “ban” if {said}; no position is recorded for Ukraine."


def test_states_of_a_condition() -> None:
    def said(**there: Terms) -> str:
        standing = {party: position(party, GUARANTEES, **terms) for party, terms in there.items()}

        def lookup(party: str, name: str) -> Position:
            return standing.get(party, nothing_recorded(party, name))

        wanted = position("b", NATO, "membership", accept=[("ban", GUARANTEED)])
        relation = relate(issue(NATO), position("a", NATO, "ban"), wanted, lookup)
        return reason(relation, NAMES, ISSUES).sentence.rpartition("(")[2]

    met = terms(demand="Article 5-like")
    assert said(a=met, b=met) == "met by the terms on record)."
    assert said(a=terms(demand="none")) == "open)."
    assert said(a=terms(demand="none", rules_out="Article 5-like")) == "across Russia's red line)."


def test_conditions_that_exclude_each_other() -> None:
    a: Terms = terms(demand="open door", demand_if={"g": (GUARANTEES, "none")})
    b: Terms = terms(demand="open door", demand_if=GUARANTEED)
    excluded = (
        "Russia and Ukraine could both accept “open door”, but on conditions that exclude each other: Russia requires "
        "that “Security guarantees” is “none”; Ukraine requires that “Security guarantees” is “Article 5-like”."
    )
    assert sentence(NATO, a, b) == f"{excluded} No red line is recorded for either."
    apart = sentence(NATO, {**a, "accept": ["ban"]}, {**b, "accept": ["membership"]})
    assert apart == (
        f"Russia accepts “ban”; Ukraine accepts “membership”: 2 steps apart. {excluded} "
        "No red line is recorded for either."
    )
    relation = related(NATO, position("a", NATO, **a), position("b", NATO, **b))
    assert (relation.distance, verdict_brief(relation, NAMES)) == (None, "gap, conditions exclude each other")


def test_conditions_of_several_outcomes() -> None:
    a: Terms = terms(demand="ban", accept=[("open door", GUARANTEED)])
    b: Terms = terms(demand="membership", accept=["open door", ("ban", TRUCE)])
    assert "at most “open door”, on conditions that differ from outcome to outcome: " in sentence(NATO, a, b)


# --- marks beside the verdict, and single sentences

SENTENCES: list[tuple[Any, Terms, Terms, str]] = [
    (
        TROOPS,
        terms(demand="about 85_000"),
        terms(demand="exactly 90_000"),
        "Ukraine's figure of 90,000 troops is above Russia's figure of 85,000: a gap of 5,000 troops. "
        "No red line is recorded for either. Russia's figure is given as approximate.",
    ),
    (
        NATO,
        terms(demand="membership", accept=["open door"]),
        terms(demand="ban", accept=["open door"], rules_out="membership"),
        "Russia and Ukraine would both accept “open door”, though their demands do not meet. "
        "Over the line: what Russia demands, Ukraine has ruled out.",
    ),
    (
        NATO,
        terms(demand="ban", rules_out="ban"),
        terms(demand="membership"),
        "Russia accepts “ban”; Ukraine accepts “membership”: 2 steps apart. No red line is crossed. "
        "Russia's demand lies across its own earlier red line.",
    ),
    (
        NATO,
        terms(demand="ban"),
        terms(demand="membership", accept=["open door"], rules_out="membership"),
        "Russia accepts “ban”; Ukraine accepts at least “open door”: 1 step apart. No red line is crossed. "
        "Ukraine's demand lies across its own earlier red line.",
    ),
    (
        TROOPS,
        terms(demand="at most 85_000"),
        terms(demand="at least 250_000", rules_out="at most 10_000"),
        "Ukraine's floor of 250,000 troops is above Russia's ceiling of 85,000: a gap of 165,000 troops. "
        "No red line is crossed. Outside both red lines there remains at least 10,001 troops.",
    ),
    (
        TROOPS,
        terms(demand="no cap"),
        terms(demand="any limit"),
        "Russia accepts only no cap; Ukraine insists on a limit; no number closes that gap. "
        "No red line is recorded for either.",
    ),
    (
        TROOPS,
        terms(demand="at most 10 or at least 20"),
        terms(demand="11 to 19"),
        "Russia accepts at most 10 troops or at least 20 troops; Ukraine accepts 11 to 19 troops: a gap of 1 troop. "
        "No red line is recorded for either.",
    ),
    (
        NATO,
        terms(demand="ban"),
        terms(stance=Stance.INDIFFERENT, rules_out="ban"),
        "All that Russia accepts (“ban”) crosses Ukraine's red line (“ban”).",
    ),
    (
        NATO,
        terms(demand="ban", unread="the file contradicts itself"),
        terms(demand="membership"),
        "Russia's position enters no verdict: the file contradicts itself.",
    ),
    (
        REGIONS,
        terms(demand="any of Donetsk and Luhansk"),
        terms(demand="only within Zaporizhzhia and Kherson"),
        "Russia accepts any of Donetsk and Luhansk; Ukraine accepts only within Zaporizhzhia and Kherson "
        "(1 item contested). No red line is recorded for either.",
    ),
    (
        STEPS,
        terms(demand="ceasefire first; withdrawal before treaty"),
        terms(demand="treaty before ceasefire"),
        "Russia wants ceasefire then withdrawal then treaty; Ukraine wants treaty before ceasefire: "
        "a circle (ceasefire → withdrawal → treaty → ceasefire), so no order satisfies both. "
        "No red line is recorded for either.",
    ),
]


@pytest.mark.parametrize(("domain", "a", "b", "said"), SENTENCES)
def test_marks_and_single_sentences(domain: Any, a: Terms, b: Terms, said: str) -> None:
    assert sentence(domain, a, b) == said


PLAN = Sequences(("ceasefire", "withdrawal", "martial law lifted", "elections", "treaty"), frozenset({(0, 2)}))
NO_LINE = " No red line is recorded for either."
LAGS: list[tuple[str, str, str]] = [
    (
        "elections within 30 days after ceasefire",
        "elections at least 60 days after ceasefire",
        "Russia wants elections at most 30 days after ceasefire; "
        "Ukraine wants elections at least 60 days after ceasefire: "
        "30 days apart, so no timetable keeps both." + NO_LINE,
    ),
    (
        "elections at most 30 days after withdrawal",
        "elections at least 60 days after treaty; withdrawal before treaty",
        "Russia wants elections at most 30 days after withdrawal; "
        "Ukraine wants withdrawal before treaty, and elections at least 60 days after treaty: "
        "30 days apart in a circle (withdrawal before treaty, treaty at least 60 days before elections, "
        "elections at most 30 days after withdrawal), so no timetable keeps both." + NO_LINE,
    ),
    (
        "elections at most 30 days after ceasefire",
        "elections at least 60 days after martial law lifted",
        "Russia wants elections at most 30 days after ceasefire; "
        "Ukraine wants elections at least 60 days after martial law lifted: "
        "30 days apart in a circle (ceasefire before martial law lifted, martial law lifted at least 60 days before "
        "elections, elections at most 30 days after ceasefire), so no timetable keeps both." + NO_LINE,
    ),
    (
        "elections within 100 days after martial law lifted",
        "elections at least 6 months after martial law lifted",
        "Russia wants elections at most 100 days after martial law lifted; "
        "Ukraine wants elections at least 180 days after martial law lifted: 80 days apart, so no timetable keeps both."
        + NO_LINE
        + " Months are counted as 30 days and years as 12 of them.",
    ),
    (
        "elections within 1 month after treaty",
        "elections at least 3 months after treaty",
        "Russia wants elections at most 1 month after treaty; Ukraine wants elections at least 3 months after treaty: "
        "2 months apart, so no timetable keeps both." + NO_LINE,
    ),
    (
        "elections within 100 days after martial law lifted",
        "elections at least 30 days after martial law lifted",
        "Russia and Ukraine could both keep to elections 30 to 100 days after martial law lifted: "
        "nothing that one asks goes against the other.",
    ),
    (
        "elections within 100 days after treaty",
        "treaty before elections; withdrawal before treaty",
        "Russia and Ukraine could both keep to withdrawal before treaty; elections at most 100 days after treaty: "
        "nothing that one asks goes against the other.",
    ),
    (
        "elections within 100 days after treaty",
        "elections before treaty",
        "Russia wants elections at most 100 days after treaty; Ukraine wants elections before treaty: "
        "a circle, so no order satisfies both." + NO_LINE,
    ),
    (
        "elections within 3 months after treaty",
        "elections before treaty; ceasefire 9 days before withdrawal",
        "Russia wants elections at most 90 days after treaty; Ukraine wants elections before treaty, and withdrawal "
        "exactly 9 days after ceasefire: a circle, so no order satisfies both." + NO_LINE,
    ),
    (
        "withdrawal within 30 days after treaty or elections exactly 30 days after treaty",
        "withdrawal at least 45 days after treaty; elections at least 1 year after treaty",
        "Russia wants withdrawal at most 30 days after treaty or elections exactly 30 days after treaty; "
        "Ukraine wants withdrawal at least 45 days after treaty, and elections at least 360 days after treaty: "
        "15 days apart at the nearest, so no timetable keeps both." + NO_LINE,
    ),
    (
        "withdrawal within 30 days after treaty; elections within 100 days after martial law lifted; elections last; "
        "elections at least 30 days after treaty; martial law lifted at least 14 days after treaty",
        "withdrawal at least 45 days after treaty; elections at least 360 days after treaty",
        "Russia wants withdrawal at most 30 days after treaty; Ukraine wants treaty at least 45 days before withdrawal: "
        "15 days apart, so no timetable keeps both." + NO_LINE,
    ),
]


@pytest.mark.parametrize(("one", "other", "said"), LAGS)
def test_days_between_steps(one: str, other: str, said: str) -> None:
    assert sentence(PLAN, terms(demand=one), terms(demand=other)) == said


def test_days_of_a_conditional_offer_lie_nearer() -> None:
    offer = ("elections within 50 days after ceasefire", GUARANTEED)
    found = sentence(
        PLAN,
        terms(demand="elections before ceasefire", accept=[offer]),
        terms(demand="elections at least 60 days after ceasefire"),
    )
    assert "a circle, so no order satisfies both. What they accept on conditions lies nearer: 10 days apart." in found


def test_more_than_can_be_computed() -> None:
    """Each is read; to set them beside each other would take a million combinations."""
    items = Subsets(tuple(f"i{n}" for n in range(60)))
    picks = ["; ".join(f"any of {', '.join(items.items[n : n + 20])}" for n in start) for start in ((0, 20), (30, 5))]
    a, b = (position(party, items, words) for party, words in zip("ab", picks, strict=True))
    relation = related(items, a, b)
    assert relation.verdict.value == "not computable"
    assert reason(relation, NAMES, ISSUES).sentence == (
        "These terms have too many alternatives to be compared: only what was said in reply counts."
    )


def test_names_that_end_in_s() -> None:
    assert (whose("Ukraine"), whose("United States")) == ("Ukraine's", "United States'")
    relation = related(NATO, position("a", NATO, "ban"), position("b", NATO, "membership", rules_out="ban"))
    assert verdict_brief(relation, {"a": "Russia", "b": "United States"}) == "clash (United States' line)"


def test_a_unit_that_is_no_word_is_said_each_time() -> None:
    percent = Quantity(unit="%", whole=False)
    assert sentence(percent, terms(demand="at most 5%"), terms(demand="at least 7.5%")).startswith(
        "Ukraine's floor of 7.5% is above Russia's ceiling of 5%: a gap of 2.5%."
    )


def test_long_room_is_left_unsaid() -> None:
    steps = Sequences(tuple(f"a step with a long name {n}" for n in range(9)))
    lines = [
        "; ".join(f"{steps.steps[n]} before {steps.steps[n + 1]}" for n in range(start, start + 4)) for start in (0, 4)
    ]
    said = sentence(steps, terms(rules_out=lines[0]), terms(rules_out=lines[1]))
    assert "Outside both red lines" not in said


STRICT = [
    (TROOPS, "below 150_000", "below 150,000 troops"),
    (TROOPS, "more than 5 troops", "more than 5 troops"),
    (DATE, "after 2026-03-01", "a date after 1 March 2026"),
    (DURATION, "Under 2 months", "under 2 months"),
    (TROOPS, "below 5 or above 7", "at most 4 troops or at least 8 troops"),
]


@pytest.mark.parametrize(("domain", "words", "said"), STRICT)
def test_an_end_that_is_left_out_is_said_as_written(domain: Any, words: str, said: str) -> None:
    """The region of whole numbers knows "below 150,000" as "at most 149,999"."""
    assert (
        sentence(domain, terms(demand=words), terms()) == f"Russia demands {said}; no position is recorded for Ukraine."
    )
