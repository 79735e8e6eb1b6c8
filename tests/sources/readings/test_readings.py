from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import UsageError
from okrcli.model.kpi import DateOrder, DecimalName, Kpi
from okrcli.model.readings import DatedReading
from okrcli.next_step import NextStep, StepKind
from okrcli.sources import table_in
from okrcli.sources.base import Line, SourceError, TableOptions
from okrcli.sources.cells import CellOptions, Today
from okrcli.sources.readings.readings import ReadingOptions, header_names, readings_of
from okrcli.sources.sourced import Readings, SourcedReading
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

TODAY = date(2026, 11, 21)
DAY = date(2026, 11, 20)
KPIS: Mapping[str, Kpi] = {
    kpi.id: kpi
    for kpi in [
        a_kpi(id="nps", title="Net promoter score", survey={"type": "nps"}),
        a_kpi(id="csat", title="Satisfacción", unit="%", segments=["voice", "live-chat"]),
        a_kpi(id="first_reply", title="First reply", unit="h"),
        a_kpi(id="mrr", title="Revenue", unit="EUR", bounds=[0, None]),
        a_kpi(id="clv_per_cac", title="Payback", formula="clv / cac"),
    ]
}


def read(text: str | bytes, name: str = "data.csv", **options: Any) -> Sequence[SourcedReading]:
    content = text if isinstance(text, bytes) else text.encode()
    return list(readings(content, name, **options))


def readings(content: bytes, name: str = "data.csv", **options: Any) -> Readings:
    how = ReadingOptions(**options)
    table = table_in(name, content, TableOptions(names=header_names(KPIS, [how])))
    return readings_of(table, KPIS, how, Today(TODAY))


def refusal(text: str | bytes, **options: Any) -> Sequence[str]:
    """Return the lines of what is wrong."""
    with pytest.raises(SourceError) as caught:
        read(text, **options)
    return caught.value.message.splitlines()[1:]


def steps(text: str, **options: Any) -> Sequence[StepKind]:
    """Return what can be done about what is wrong, each once."""
    with pytest.raises(SourceError) as caught:
        read(text, **options)
    return [hint.kind for hint in caught.value.hints if isinstance(hint, NextStep)]


def reading(kpi: str, value: str, day: date = DAY, **fields: Any) -> DatedReading:
    return DatedReading(kpi, day, Decimal(value), **fields)


LONG = """\
KPI;Fecha;Valor;Canal;N;Nota
csat;20/11/2026;83,5 %;Live chat;120;=1+1
Net Promoter Score;05/11/2026;-12;;;
first-reply;20/11/2026;4:30;;;
mrr;20/11/2026;1.234;;;
MRR;19/11/2026;€ 12k;;;
"""


def test_long_table_is_one_reading_a_row_in_the_words_of_people() -> None:
    assert read(LONG) == [
        (2, reading("csat", "83.5", segment="live-chat", weight=Decimal(120), note="=1+1")),
        (3, reading("nps", "-12", date(2026, 11, 5))),
        (4, reading("first_reply", "4.5")),
        (5, reading("mrr", "1234")),
        (6, reading("mrr", "12000", date(2026, 11, 19))),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "kpi,date,value",
        "Metric,Timestamp,Result",
        "métrica,fecha,valor",
        "Показатель,Дата,Значение",
    ],
)
def test_columns_are_known_by_their_names_in_three_languages(header: str) -> None:
    assert read(f"{header}\nnps,2026-11-20,47\n") == [(2, reading("nps", "47"))]


def test_columns_that_are_named_are_taken() -> None:
    text = "Survey,When,Day,Score,Extra\nnps,2026-11-20,1,47,x\n"
    columns = {"kpi": "survey", "date": "When", "value": "Score"}

    assert read(text, columns=columns) == [(2, reading("nps", "47"))]


def test_options_say_what_rows_do_not() -> None:
    text = "Value,Segment\n81,voice\n83,\n"
    found = read(text, kpi="csat", segment="live-chat", date=DAY)

    assert [each.reading for each in found] == [
        reading("csat", "81", segment="voice"),
        reading("csat", "83", segment="live-chat"),
    ]


def test_rows_of_other_kpis_are_passed_over_with_only() -> None:
    text = "kpi,date,value\nnps,2026-11-20,47\nunheard,2026-11-20,x\ncsat,n/a,x\n"

    assert read(text, only="nps") == [(2, reading("nps", "47"))]


WIDE = """\
Date,NPS,Satisfacción,First Reply
2026-11-13,44,81.5,
2026-11-20,47,,3
"""


def test_wide_table_is_a_reading_for_each_filled_cell() -> None:
    assert read(WIDE) == [
        (2, reading("nps", "44", date(2026, 11, 13))),
        (2, reading("csat", "81.5", date(2026, 11, 13))),
        (3, reading("nps", "47")),
        (3, reading("first_reply", "3")),
    ]


def test_wide_table_has_a_column_for_a_segment_that_is_called_so() -> None:
    text = "date,nps,csat/voice,Satisfacción / Live chat\n2026-11-20,47,81,79\n"
    csat = [reading("csat", "81", segment="voice"), reading("csat", "79", segment="live-chat")]

    assert [each.reading for each in read(text)] == [reading("nps", "47"), *csat]
    assert [each.reading for each in read(text, only="csat")] == csat


def test_wide_table_gives_the_column_of_only_one_kpi() -> None:
    found = read("Date,NPS,Else\n2026-11-20,47,x\n", only="nps")

    assert found == [(2, reading("nps", "47"))]


def test_wide_table_takes_the_columns_that_are_mapped_and_no_other() -> None:
    text = "Month,Chat,Phone,Value,Total\n2026-10,81,79,5,x\n"
    columns = {"csat/live-chat": "Chat", "csat/voice": "Phone", "nps": "Value"}
    end = date(2026, 10, 31)

    assert [each.reading for each in read(text, columns=columns)] == [
        reading("csat", "81", end, segment="live-chat"),
        reading("csat", "79", end, segment="voice"),
        reading("nps", "5", end),
    ]


def test_column_that_is_left_has_the_values_of_the_kpi_that_is_named() -> None:
    assert read("Day,Score\n2026-11-20,47\n", kpi="nps") == [(2, reading("nps", "47"))]


def test_reading_of_today_is_no_future_one() -> None:
    text = f'{{"kpi": "nps", "date": "{TODAY}", "value": 47}}\n'

    assert [each.reading.date for each in read(text, "data.jsonl")] == [TODAY]


def test_json_is_read_by_the_same_rules() -> None:
    text = '{"kpi": "nps", "date": "2026-11-20", "value": 47.250}\n'

    assert read(text, "data.jsonl") == [(1, reading("nps", "47.250"))]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("npz,2026-11-20,1", "column 'kpi': There is no KPI \"npz\": did you mean 'nps'?"),
        ("clv_per_cac,2026-11-20,1", "column 'kpi': clv_per_cac is computed as clv / cac, so it"),
        (",2026-11-20,1", "column 'kpi': The cell is empty."),
        ("nps,2026-11-20,nan", "column 'value': \"nan\" is not a number: write it like"),
        ("nps,2026-11-20,=1+1", "column 'value': \"=1+1\" is not a number"),
        ("nps,2026-11-20,101", "column 'value': nps cannot be 101: it is -100 to 100."),
        ("mrr,2026-11-20,-1", "column 'value': mrr cannot be -1: it is at least 0."),
        ("mrr,2026-11-20,5 %", "column 'value': '5 %' is in %, but the values are in EUR."),
        ("nps,20.20.2026,1", "column 'date': \"20.20.2026\" is not a date"),
        ("nps,,1", "column 'date': The cell is empty."),
        ("nps,2026-11-22,1", "column 'date': 2026-11-22 is in the future: today is 2026-11-21."),
        ("nps,2026-12,1", "column 'date': \"2026-12\" is 2026-12-31, in the future"),
        ("nps,2026-11-20,1,chat", "column 'segment': There is no segment \"chat\": the KPI has"),
        ("csat,2026-11-20,1,chat", "column 'segment': There is no segment \"chat\": did you mean"),
        ("csat,2026-11-20,1,,-1", "column 'weight': -1 is negative: a weight is 0 or more."),
        ("csat,2026-11-20,1,,many", "column 'weight': \"many\" is not a number"),
        ("csat,2026-11-20,1,,," + "x" * 10_001, "column 'note': A note has at most 10,000"),
    ],
)
def test_wrong_cell_is_named_with_line_column_and_value(row: str, said: str) -> None:
    text = f"kpi,date,value,segment,weight,note\nnps,2026-11-19,1,,,\n{row}\n"
    problems = refusal(text)

    assert len(problems) == 1
    assert problems[0].startswith(f"data.csv:3: {said}")


def test_every_wrong_cell_of_a_row_is_named_once() -> None:
    number = "is not a number: write it like 1200, 12.5 or 15 %."

    assert refusal("Date,NPS,CSAT\nsoon,some,81\n2026-11-20,,many\n") == [
        "data.csv:2: column 'Date': \"soon\" is not a date: write it like 2026-11-20.",
        f"data.csv:2: column 'NPS': \"some\" {number}",
        f"data.csv:3: column 'CSAT': \"many\" {number}",
    ]


def test_no_more_problems_are_listed_than_somebody_reads() -> None:
    problems = refusal("date,nps\n" + "2026-11-20,x\n" * 1234)

    assert len(problems) == 21
    assert problems[-1] == "… and 1,214 more."


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("nps,csat\n1,2\n", {}, "data.csv:1: No column has a name for dates."),
        ("a,b\n1,2\n", {}, "data.csv:1: No column names a KPI or contains values"),
        (
            "date,value\n2026-11-20,1\n",
            {},
            "data.csv:1: No column says which KPI the values belong to",
        ),
        (
            "date,nps,cssat\n,1,2\n",
            {},
            "Column 'cssat' does not name a KPI: did you mean 'csat'?",
        ),
        ("date,nps,payback\n,1,2\n", {}, "data.csv:1: clv_per_cac is computed as"),
        ("date,nps\n,1\n", {"columns": {"date": "Dat"}}, "no column 'Dat': did you mean 'date'?"),
        ("date,nps\n,1\n", {"columns": {"npz": "nps"}}, "'npz' is not a field: There is no KPI"),
        (
            "date,nps\n,1\n",
            {"columns": {"csat/sms": "nps"}},
            "'csat/sms' is not a field: There is no",
        ),
        ("day,month,nps\n,1,2\n", {}, "Columns 'day' and 'month' can all be the date"),
        ("", {}, "data.csv:1: The file is empty: nothing names its columns."),
        ("date,csat/fax\n,1\n", {}, 'data.csv:1: There is no segment "fax"'),
        ("date,csat/fax\n,1\n", {"only": "csat"}, 'data.csv:1: There is no segment "fax"'),
        ("date,nps,cssat/voice\n,1,2\n", {}, "Column 'cssat/voice' does not name a KPI"),
    ],
)
def test_table_that_does_not_say_what_it_holds_is_refused(
    text: str, options: Mapping[str, Any], said: str
) -> None:
    assert said in "\n".join(refusal(text, **options))


def test_kpi_of_the_options_must_take_readings() -> None:
    with pytest.raises(UsageError, match="clv_per_cac is computed"):
        read("date,value\n2026-11-20,1\n", kpi="clv_per_cac")


SCORE_CARD = """\
Cuadro de mando;;;
Indicador;Responsable;sep 2026;octubre de 2026
Clientes;;;
NPS;ana;61;62,5
Satisfacción;;;80
"""


def test_score_card_has_a_column_for_each_month() -> None:
    found = readings(SCORE_CARD.encode())

    assert list(found) == [
        SourcedReading(4, reading("nps", "61", date(2026, 9, 30))),
        SourcedReading(4, reading("nps", "62.5", date(2026, 10, 31))),
        SourcedReading(5, reading("csat", "80", date(2026, 10, 31))),
    ]
    assert found.remarks == [
        "The columns of data.csv are named on line 2; the lines above it are ignored.",
        "Not read in data.csv, because they are not days or sum up others: 'Responsable'.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "KPI,2026-09,2026-10\nnps,61,62\n",
        ",Sep 2026,Oct 2026\nNet promoter score,61,62\n",
        "показатель\tсентябрь 2026 г.\tоктябрь 2026 г.\nNPS\t61\t62\n",
        "Metric|Owner|Sep 2026|Oct 2026|YTD\nnps|ana|61|62|61.5\n",
        "# Score card\n\nKPI;30/09/2026;31/10/2026\nnps;61;62\n",
        "KPI;Q3 2026;31 Oct 2026\nnps;61;62\n",
    ],
)
def test_score_card_is_read_as_people_call_its_columns(text: str) -> None:
    assert [each.reading for each in read(text)] == [
        reading("nps", "61", date(2026, 9, 30)),
        reading("nps", "62", date(2026, 10, 31)),
    ]


def test_score_card_of_one_kpi_has_its_segments_in_rows() -> None:
    text = "Canal,Sep 2026,Oct 2026\nvoice,80,81\nlive chat,,79\n"

    assert [each.reading.segment for each in read(text, kpi="csat")] == ["voice"] * 2 + [
        "live-chat"
    ]


def test_score_card_gives_the_rows_of_one_kpi_only() -> None:
    text = "KPI,Sep 2026,Oct 2026\nnps,61,62\nsomething else,,x\n"

    assert len(read(text, only="nps")) == 2
    assert 'There is no KPI "something else"' in refusal(text)[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("KPI,Jan,Feb\nnps,1,2\n", "1: Columns 'Jan', 'Feb' are dates without a year: write it,"),
        ("KPI,Sep-26,Oct-26\nnps,1,2\n", '1: "Sep-26" could be the month 2026-09 or the day 09-26'),
        ("KPI,Oct 2026,Dec 2026\nnps,1,2\n", "2: column 'Dec 2026': 2026-12-31 is in the future"),
        ("KPI,Oct 2026,Total\nnps,1,2,3\n", "2: There are 4 cells for the 3 columns"),
    ],
)
def test_score_card_whose_days_are_open_or_to_come_is_refused(text: str, said: str) -> None:
    assert refusal(text)[0].startswith(f"data.csv:{said}")


def test_months_of_two_digits_are_read_where_somebody_says_so() -> None:
    months = CellOptions(dates="my")

    assert [each.reading.date for each in read("KPI,Sep-26\nnps,1\n", cells=months)] == [
        date(2026, 9, 30)
    ]
    assert [each.reading.date for each in read("date,nps\nокт.26,1\n", cells=months)] == [
        date(2026, 10, 31)
    ]


def test_columns_that_nobody_reads_may_be_twice_or_longer_than_the_header() -> None:
    text = "date,nps,x,x\n2026-11-20,47,a,b,c,d\n2026-11-19,46\n"
    found = readings(text.encode(), columns={"nps": "nps"})

    assert [each.reading.value for each in found] == [47, 46]
    assert found.remarks == ["Cells of data.csv in columns without a name are ignored."]


def test_date_that_stays_open_is_refused_at_its_line_unless_the_order_is_named() -> None:
    text = "date,nps\n2026-01-01,1\n05/11/2026,2\n"
    (problem,) = refusal(text)

    assert problem.startswith("data.csv:3: column 'date': \"05/11/2026\" could be 2026-11-05 or ")
    assert problem.endswith("2026-05-11, and no other date in the column decides which.")
    assert steps(text) == [StepKind.SAY_DATE_ORDER]
    assert read(text, cells=CellOptions(dates="dmy"))[1].reading.date == date(2026, 11, 5)
    assert read(text, cells=CellOptions(dates="mdy"))[1].reading.date == date(2026, 5, 11)
    assert "is not a date" in refusal(text, cells=CellOptions(dates="ymd"))[0]


def test_what_to_do_is_said_once_for_all_cells_that_need_it() -> None:
    assert steps('date,mrr\n2026-11-19,"1,234"\n2026-11-20,"2,345"\n') == [
        StepKind.SAY_DECIMAL_MARK
    ]


def test_number_that_stays_open_is_refused_unless_the_mark_is_named() -> None:
    text = 'date,mrr\n2026-11-19,5\n2026-11-20,"1,234"\n'
    (problem,) = refusal(text)

    assert problem.startswith("data.csv:3: column 'mrr': \"1,234\" could be 1.234 or 1234, and no ")
    assert problem.endswith("and no other number in the file decides which.")
    assert steps(text) == [StepKind.SAY_DECIMAL_MARK]
    assert read(text, cells=CellOptions("comma"))[1].reading.value == Decimal("1.234")
    assert (
        '"1.5" is not a number with a decimal comma.'
        in refusal("date,mrr\n2026-11-20,1.5\n", cells=CellOptions("comma"))[0]
    )
    assert read(text, cells=CellOptions("point"))[1].reading.value == 1234
    assert read(text.replace("5\n", '"12,5"\n', 1))[1].reading.value == Decimal("1.234")
    assert read(text.replace("5\n", '"1,234.50"\n', 1))[1].reading.value == 1234


def test_cell_that_cannot_be_read_is_named_also_below_thousands_of_double_days() -> None:
    rows = [f"nps,2026-11-20,{number}" for number in range(100)]
    found = refusal("kpi,date,value\n" + "\n".join([*rows, "nps,2026-11-19,oops"]))
    assert found[-2].startswith("data.csv:102: column 'value': \"oops\" is not a number")
    assert found[-1] == "… and 80 more."


def test_day_that_is_there_twice_counts_once_and_never_with_two_values() -> None:
    text = "kpi,date,value,weight\nnps,2026-11-20,47,\nnps,2026-11-20,47.0,\n"
    other, weighted = refusal(text + "nps,20 nov 2026,48,\nnps,2026-11-20,47,9\n")

    assert read(text) == [(2, reading("nps", "47"))]
    assert other == (
        "data.csv:4: nps of 2026-11-20 is already on line 2, as 47, here 48: keep one of the two."
    )
    assert weighted.startswith("data.csv:5: ")
    assert "as 47, with another weight: keep one" in weighted


def test_cells_that_no_text_file_has_are_refused_where_they_cannot_be() -> None:
    cells: list[Line] = [(2, ["nps", DAY, DAY, "a\x07"]), (3, ["nps", DAY, Decimal("1e99"), None])]
    with pytest.raises(SourceError) as caught:
        readings_of(
            Table("a.xlsx", ("kpi", "date", "value", "note"), TableRows("a.xlsx", cells)),
            KPIS,
            ReadingOptions(),
            Today(TODAY),
        )

    assert caught.value.message.splitlines()[1:] == [
        "a.xlsx:2: column 'value': \"2026-11-20\" is a date, not a number.",
        "a.xlsx:2: column 'note': It has the control character U+0007.",
        "a.xlsx:3: column 'value': \"1E+99\" is a number with too many digits.",
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["csat", "mrr"]),
            st.dates(date(2020, 1, 1), TODAY),
            st.decimals(0, 10**9, places=2),
        ),
        unique_by=lambda each: each[:2],
        min_size=1,
    ),
    st.sampled_from(get_args(DecimalName)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y"]),
)
def test_readings_come_back_as_they_were_exported(
    rows: list[tuple[str, date, Decimal]], decimal: DecimalName, form: str
) -> None:
    def number(value: Decimal) -> str:
        return f"{value}".replace(".", "," if decimal == "comma" else ".")

    lines = [f"{kpi};{day:{form}};{number(value)}" for kpi, day, value in rows]
    orders: dict[str, DateOrder] = {"%d": "dmy", "%m": "mdy", "%Y": "ymd"}
    found = read(
        "\n".join(["kpi;date;value", *lines]), cells=CellOptions(decimal, orders[form[:2]])
    )

    assert [tuple(each.reading[:3]) for each in found] == rows


@pytest.mark.parametrize(
    "text",
    [
        "kpi,date,value\nnps,2026-11-20,47\nnps,2026-11-19,n/a\nnps,2026-11-18,-\nnps,2026-11-17,\n",
        "date,nps,mrr\n2026-11-20,47,-\n2026-11-19,n/a,\n2026-11-18,,Н/Д\n",
        "KPI,2026-11-20,2026-11-19\nnps,47,no aplica\nmrr,,-\n",
    ],
)
def test_cell_that_says_it_has_no_value_is_no_reading_and_counted(text: str) -> None:
    found = readings(text.encode())

    assert [*found] == [(2, reading("nps", "47"))]
    (said,) = found.remarks
    assert "no value in data.csv, so nothing is recorded there: 1 with" in said
    assert ("1 empty" in said) == text.startswith("kpi,")


def test_error_of_a_spreadsheet_is_no_missing_value() -> None:
    assert "#N/A" in refusal("kpi,date,value\nnps,2026-11-20,#N/A\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "kpi,date,value\nnps,2026-11,47\n",
        "kpi,date,value\nnps,Nov-26,47\n",
        "kpi,date,value\nnps,W47 2026,47\n",
        "kpi,date,value\nnps,Q4 2026,47\n",
        "KPI,Nov 2026\nnps,47\n",
        "KPI,2026\nnps,47\n",
    ],
)
def test_value_of_a_period_that_is_running_is_of_today_and_said(text: str) -> None:
    found = readings(text.encode(), cells=CellOptions(dates="my" if "Nov-26" in text else None))

    assert [each.reading for each in found] == [reading("nps", "47", TODAY)]
    (said,) = found.remarks
    assert said.endswith(" is not over yet, so its values are recorded as of today.")


def test_running_month_without_values_is_not_said() -> None:
    assert readings(b"KPI,Oct 2026,Nov 2026\nnps,47,\n").remarks == []


def test_unit_in_the_name_of_a_column_converts_and_is_said() -> None:
    found = readings(b"date,Wait (min)\n2026-11-20,90\n", kpi="first_reply")

    assert [each.reading for each in found] == [reading("first_reply", "1.5", DAY)]
    assert found.remarks == ["Column 'Wait (min)' is read in min, as its name says."]
    (said,) = refusal("date,Wait (days)\n2026-11-20,2\n", kpi="first_reply")
    assert "its name says days, but the values of first_reply are in h" in said


def test_row_of_a_total_is_no_reading_and_said() -> None:
    found = readings(b"date,csat\n2026-11-19,81\nSubtotal,81\n2026-11-20,84\nTotal,165\n")

    assert [each.reading.date for each in found] == [date(2026, 11, 19), DAY]
    (said,) = found.remarks
    assert said.endswith("because it sums up other rows: 'Subtotal' (line 3), 'Total' (line 5).")
