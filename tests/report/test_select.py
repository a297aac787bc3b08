"""Which rows and parties are shown."""

from __future__ import annotations

import pytest

from negotiate.compare import Table
from negotiate.report.select import UnknownName, select_issues, select_parties

from .talks import talks


@pytest.fixture(scope="module")
def table() -> Table:
    negotiation = talks()
    return Table(negotiation, negotiation.as_of)


def names(table: Table, *args: object, **more: object) -> list[str]:
    return [row.id for row in select_issues(table, *args, **more)]  # type: ignore[arg-type]


def test_the_pair_comes_first_and_the_silent_stay_out(table: Table) -> None:
    assert select_parties(table) == ("river", "hill", "abbey")


def test_parties_come_in_the_order_asked_for(table: Table) -> None:
    assert select_parties(table, ["guild", "RIVER", "guild"]) == ("guild", "river")


def test_all_rows_in_the_order_of_the_file(table: Table) -> None:
    assert names(table) == [row.id for row in table.issues]


def test_a_family_means_all_its_rows(table: Table) -> None:
    assert names(table, ["past", "bank"]) == ["bank north", "bank south", "bank islands", "past"]
    assert names(table, ["bank_south"]) == ["bank south"]


def test_rows_by_verdict_of_the_pair(table: Table) -> None:
    assert names(table, None, ["clash"]) == ["toll"]
    assert names(table, None, ["Not comparable", "clash"]) == ["toll", "pause"]
    assert names(table, None, ["agree"], ("hill", "abbey")) == ["toll"]
    assert names(table, ["bank"], ["clash"]) == []


def test_rows_by_verdict_of_all_together(table: Table) -> None:
    assert "bank north" in names(table, None, ["split"], ("river", "hill", "abbey"))


@pytest.mark.parametrize(
    ("kind", "call"),
    [
        ("party", lambda table: select_parties(table, ["nobody"])),
        ("issue", lambda table: select_issues(table, ["nothing"])),
        ("verdict", lambda table: select_issues(table, None, ["peace"])),
    ],
)
def test_unknown_names_say_what_there_is(table: Table, kind: str, call: object) -> None:
    with pytest.raises(UnknownName) as caught:
        call(table)  # type: ignore[operator]
    assert caught.value.kind == kind
    assert caught.value.name in str(caught.value)
    assert all(name in str(caught.value) for name in caught.value.known)
