import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.report import Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.errors import WorkspaceError
from okrcli.model.checkin import CheckIn
from okrcli.model.readings import DatedReading, Reading
from okrcli.storage.bulk.files import bulk_files
from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.workspace import plan_of

DAY = date(2026, 11, 20)
SESSION = CheckIn(
    id="2026-11-20-ana-7f3a9c12",
    path="checkins/2026/2026-11-20-ana-7f3a9c12.yaml",
    date=DAY,
    by="ana",
    recorded=datetime(2026, 11, 20, 9, 12, 44, tzinfo=UTC),
    note="Eleven years of the old dashboard",
)

_NOTES = st.tuples(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20),
    st.text('\x85\u2028\ufeff😀\\"/\x01\x7f\n\t #:{}', max_size=5),
).map("é".join)
_NUMBERS = st.decimals(-(10**9), 10**9, places=2) | st.builds(
    Decimal.scaleb, st.integers(-(10**27), 10**27).map(Decimal), st.integers(-28, 3)
)
READINGS = st.lists(
    st.builds(
        DatedReading,
        kpi=st.sampled_from(["nps", "csat", "reply_time"]),
        date=st.dates(date(2026, 1, 1), date(2026, 1, 9)),
        value=_NUMBERS,
        segment=st.none() | st.sampled_from(["chat", "voice"]),
        weight=st.none() | st.integers(0, 9).map(Decimal),
        note=st.none() | _NOTES,
    ),
    min_size=1,
    max_size=20,
)


def ids() -> Callable[[], str]:
    """Return what gives ids, each before the last one by the alphabet."""
    return map("2026-11-20-ana-{:08x}".format, count(0xFFFF, -1)).__next__


def _checkins(files: Sequence[tuple[str, bytes]]) -> Sequence[CheckIn]:
    plan = plan_of({"okr.yaml": b"version: 1\n", **dict(files)})
    assert plan.findings == ()
    return plan.checkins


def _as_read(reading: DatedReading) -> Reading:
    stated = {key: value for key, value in reading._asdict().items() if value is not None}
    return Reading.model_validate(stated)


def test_bulk_file_has_a_line_of_json_for_each_reading() -> None:
    readings = [
        DatedReading("nps", date(2026, 11, 2), Decimal("44.50"), "chat", Decimal(12)),
        DatedReading("csat", date(2026, 11, 2), Decimal("1E+3"), note='Says "ótimo"\nand \x85'),
    ]
    [(path, content)] = bulk_files(SESSION, readings, lambda: SESSION.id)
    assert path == SESSION.path
    assert content.decode() == (
        "# yaml-language-server: $schema=../../.okr/checkin.schema.json\n"
        "date: 2026-11-20\n"
        "by: ana\n"
        "recorded: 2026-11-20T09:12:44Z\n"
        "note: Eleven years of the old dashboard\n"
        "readings:\n"
        '  - {"kpi": "csat", "date": "2026-11-02", "value": 1000,'
        ' "note": "Says \\"ótimo\\"\\nand \\u0085"}\n'
        '  - {"kpi": "nps", "date": "2026-11-02", "value": 44.50,'
        ' "segment": "chat", "weight": 12}\n'
    )


@given(readings=READINGS, limit=st.integers(600, 2000))
def test_bulk_files_read_back_are_the_readings_in_order(
    readings: list[DatedReading], limit: int
) -> None:
    files = bulk_files(SESSION, readings, ids(), limit)
    checkins = _checkins(files)
    assert [path for path, _ in files] == sorted({checkin.path for checkin in checkins})
    assert all(len(content) <= limit for _, content in files)
    assert [
        checkin.model_copy(update={"id": SESSION.id, "path": SESSION.path, "readings": ()})
        for checkin in checkins
    ] == [SESSION] * len(files)
    ordered = sorted(readings, key=lambda each: (each.date, each.kpi))
    read = [reading for checkin in checkins for reading in checkin.readings]
    assert read == [_as_read(each) for each in ordered]
    assert [each.model_fields_set for each in read] == [
        _as_read(each).model_fields_set for each in ordered
    ]


@given(value=_NUMBERS)
def test_bulk_file_has_every_digit_of_a_value(value: Decimal) -> None:
    [(_, content)] = bulk_files(SESSION, [DatedReading("nps", DAY, value)], ids())
    [written] = re.findall(r'"value": (.*)}', content.decode())
    assert Decimal(written) == value
    assert value.adjusted() >= 28 or written == f"{value:f}"


def test_bulk_files_are_as_few_as_the_limit_allows() -> None:
    readings = [DatedReading("nps", DAY, Decimal(each)) for each in range(10, 60)]
    [(_, whole)] = bulk_files(SESSION, readings, ids())
    size = len(whole)
    assert [len(each) for _, each in bulk_files(SESSION, readings, ids(), size)] == [size]
    assert len(bulk_files(SESSION, readings, ids(), size - 1)) == 2


def test_last_reading_of_a_day_is_in_force_when_it_stands_in_another_file() -> None:
    readings = [DatedReading("nps", DAY, Decimal(each)) for each in range(10, 60)]
    checkins = _checkins(bulk_files(SESSION, readings, ids(), 400))
    assert len(checkins) > 3
    last = max(checkins, key=lambda each: each.id)
    assert last.readings[-1].value == 59


def test_bulk_files_without_readings_are_none() -> None:
    assert bulk_files(SESSION, [], ids()) == []


def test_reading_that_no_file_can_hold_is_refused() -> None:
    reading = DatedReading("nps", DAY, Decimal(1), note="x" * MAX_BYTES)
    with pytest.raises(WorkspaceError, match="is too large for a file"):
        bulk_files(SESSION, [reading], ids())


_WATCHED = {
    "okr.yaml": b"version: 1\n",
    "kpis/nps.yaml": b"title: NPS\nsegments: [chat, voice]\naggregate: weighted\n",
    "kpis/csat.yaml": b"title: CSAT\nsegments: [chat, voice]\naggregate: last\n",
    "objectives/2026-Q1/lead.yaml": (
        b"title: Lead\nkey_results:\n"
        b"  - {id: nps, title: Raise NPS, type: metric, kpi: nps, baseline: 40, target: 60}\n"
    ),
}


def _report(day: date, *imports: Sequence[DatedReading]) -> Report:
    new_id = ids()
    bulk = [file for readings in imports for file in bulk_files(SESSION, readings, new_id)]
    plan = plan_of({**_WATCHED, **dict(bulk)})
    [cycle] = plan.cycles
    return build_report(plan, cycle, day)


@given(before=READINGS, after=READINGS, day=st.dates(date(2026, 1, 1), date(2026, 1, 9)))
def test_import_of_later_readings_never_changes_an_earlier_days_report(
    before: list[DatedReading], after: list[DatedReading], day: date
) -> None:
    days = (day - date(2026, 1, 1)).days + 1
    later = [each._replace(date=each.date + timedelta(days=days)) for each in after]
    assert _report(day, before, later) == _report(day, before)


def test_file_may_be_as_large_as_the_limit() -> None:
    readings = [DatedReading(kpi="nps", date=DAY, value=Decimal(1))]
    ((_, content),) = bulk_files(SESSION, readings, lambda: "a", limit=MAX_BYTES)

    assert bulk_files(SESSION, readings, lambda: "a", limit=len(content)) == [
        ("checkins/2026/a.yaml", content)
    ]
    with pytest.raises(WorkspaceError):
        bulk_files(SESSION, readings, lambda: "a", limit=len(content) - 1)
