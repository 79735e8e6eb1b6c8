from collections.abc import Mapping
from datetime import date

import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.shape import Shape, shape_of
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

KPIS = {
    kpi.id: kpi
    for kpi in (
        a_kpi(id="nps", title="Net promoter score"),
        a_kpi(id="csat", title="Satisfaction", segments=["voice", "chat"]),
        a_kpi(id="ratio", title="Ratio", formula="nps / csat"),
        a_kpi(id="a_b", title="Calls / hour"),
    )
}
NOTHING: Mapping[str, str] = {}


def shape(
    *columns: str,
    mapped: Mapping[str, str] = NOTHING,
    kpi: str | None = None,
    only: str | None = None,
) -> Shape:
    table = Table("a.csv", columns, TableRows("a.csv"))
    return shape_of(table, KpiNames(KPIS), mapped, KPIS[kpi] if kpi else None, only)


def values(found: Shape) -> list[tuple[int, str | None, str | None]]:
    return [
        (each.position, each.kpi.id if each.kpi else None, each.segment) for each in found.values
    ]


def refusal(*columns: str, **options: str) -> str:
    with pytest.raises(SourceError) as refused:
        shape(*columns, kpi=options.get("kpi"), only=options.get("only"))
    return "\n".join(refused.value.lines[1:])


def test_table_with_kpis_and_values_is_long() -> None:
    found = shape("date", "kpi", "value", "whatever")

    assert not found.is_wide
    assert values(found) == [(2, None, None)]
    assert found.fields == {"date": 0, "kpi": 1, "value": 2}


def test_values_are_of_the_kpi_that_is_named_where_no_column_says_it() -> None:
    assert values(shape("date", "value", kpi="nps")) == [(1, None, None)]
    assert values(shape("date", "Our score", kpi="nps")) == [(1, None, None)]


def test_columns_called_like_kpis_make_a_wide_table() -> None:
    found = shape("date", "NPS", "satisfaction/Voice", "calls / hour", "note")

    assert found.is_wide
    assert values(found) == [(1, "nps", None), (2, "csat", "voice"), (3, "a_b", None)]
    assert found.fields == {"date": 0, "note": 4}


def test_columns_that_are_mapped_are_all_that_count() -> None:
    found = shape("date", "x", "NPS", "value", mapped={"csat/chat": "x", "date": "date"})

    assert values(found) == [(1, "csat", "chat")]
    assert found.fields == {"date": 0}


def test_only_one_kpi_takes_its_columns_of_a_wide_table_and_passes_over_the_others() -> None:
    found = shape("date", "nps", "csat/voice", "csat/chat", "ratio", "x", only="csat", kpi="csat")

    assert values(found) == [(2, "csat", "voice"), (3, "csat", "chat")]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("date", "nps", "Satisfactoin"), "Column 'Satisfactoin' does not name a KPI: did you"),
        (("date", "nps", "revenue"), "Column 'revenue' does not name a KPI."),
        (("date", "csat/mail"), 'There is no segment "mail": there are voice, chat.'),
        (("date", "nps", "ratio"), "ratio is computed as nps / csat, so it takes no readings."),
        (("date", "value"), "No column says which KPI the values belong to."),
        (("date", "x", "y"), "No column names a KPI or contains values"),
        (("", ""), "The file is empty: nothing names its columns."),
        ((), "The file is empty: nothing names its columns."),
    ],
)
def test_table_that_does_not_say_what_its_values_are_of_is_refused(
    columns: tuple[str, ...], said: str
) -> None:
    assert refusal(*columns).startswith(f"a.csv:1: {said}")


def test_every_column_that_would_be_lost_is_named() -> None:
    assert refusal("nps", "x", "y").count("does not name a KPI") == 2
    assert shape("nps", "x", "y", only="nps").is_wide


def test_segment_that_the_only_kpi_does_not_have_is_refused() -> None:
    assert "There is no segment" in refusal("date", "csat/mail", kpi="csat", only="csat")
    assert values(shape("date", "csat/mail", "nps", kpi="nps", only="nps")) == [(2, "nps", None)]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("npz", "'npz' is not a field: There is no KPI"),
        ("csat/mail", "'csat/mail' is not a field: There is no segment"),
        ("ratio", "'ratio' is not a field: ratio is computed"),
    ],
)
def test_mapped_name_of_nothing_is_refused(key: str, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        shape("date", "x", mapped={key: "x"})
    assert refused.value.lines[1].startswith(f"a.csv:1: {said}")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("nps", "nps"), "Columns 'nps' and 'nps' both belong to nps."),
        (
            ("nps", "Net promoter score"),
            "Columns 'nps' and 'Net promoter score' both belong to nps.",
        ),
        (
            ("csat/voice", "CSAT/voice"),
            "Columns 'csat/voice' and 'CSAT/voice' both belong to csat.",
        ),
    ],
)
def test_two_columns_of_the_same_values_are_refused(columns: tuple[str, ...], said: str) -> None:
    assert refusal("date", *columns) == f"a.csv:1: {said}"


def test_columns_called_like_days_make_a_score_card() -> None:
    found = shape("KPI", "Owner", "Jan 2026", "Feb 2026")

    assert found.has_days
    assert found.is_wide
    assert [(each.position, each.day) for each in found.values] == [
        (2, date(2026, 1, 31)),
        (3, date(2026, 2, 28)),
    ]
    assert found.fields == {"kpi": 0}
    assert shape("Canal", "Jan 2026", kpi="csat").fields == {"segment": 0}


def test_columns_called_like_days_are_none_where_a_column_has_the_days() -> None:
    assert not shape("date", "value", "Jan 2026", kpi="nps").has_days
