from datetime import date

import pytest

from tests.checks.workspaces import found_by

OBJECTIVE = (
    "title: A\nkey_results:\n"
    "  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60}\n"
    "  - {id: csat, title: CSAT, type: metric, kpi: csat, baseline: 70, target: 80}\n"
    "  - {id: live, title: Live, type: binary}\n"
    "  - {id: course, title: C, type: milestones, steps: [{id: pilot, title: P}]}\n"
)
KPIS = {
    "kpis/nps.yaml": "title: NPS\nsurvey: {type: nps}\n",
    "kpis/csat.yaml": "title: CSAT\nsurvey: {type: csat}\nsegments: [chat, voice]\n",
    "kpis/ces.yaml": "title: CES\nsurvey: {type: ces, version: 1}\n",
    "kpis/wait.yaml": "title: Wait\nbounds: [0, null]\n",
    "kpis/own.yaml": "title: Own\nsurvey: {type: nps}\nbounds: [0, 10]\n",
}


def _files(*checkins: str) -> dict[str, str]:
    return {
        **KPIS,
        "objectives/2026-Q4/cx.yaml": OBJECTIVE,
        **{f"checkins/2026/2026-11-20-ana-{n}.yaml": text for n, text in enumerate(checkins)},
    }


def _checkin(entries: str, recorded: str = "2026-11-20T09:00:00Z") -> str:
    return f"date: 2026-11-20\nby: ana\nrecorded: {recorded}\n{entries}"


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        ("{kpi: nps, value: 140}", "nps cannot be 140: it is -100 to 100."),
        ("{kpi: csat, value: -0.5}", "csat cannot be -0.5: it is 0 to 100."),
        ("{kpi: ces, value: 6}", "ces cannot be 6: it is 1 to 5."),
        ("{kpi: wait, value: -1}", "wait cannot be -1: it is at least 0."),
        ("{kpi: own, value: -5}", "own cannot be -5: it is 0 to 10."),
        (
            "{kpi: csat, value: 80, segment: sms}",
            "There is no segment 'sms': csat has chat, voice.",
        ),
        ("{kpi: nps, value: 8, segment: sms}", "There is no segment 'sms': nps has no segments."),
    ],
)
def test_reading_that_cannot_be_is_found(reading: str, message: str) -> None:
    (finding,) = found_by("C702", _files(_checkin(f"readings:\n  - {reading}\n")))
    assert finding.message == message
    assert finding.place.line == 5


@pytest.mark.parametrize(
    "entries",
    [
        "readings: [{kpi: nps, value: -100}, {kpi: csat, value: 100, segment: chat}]\n",
        "readings: [{kpi: unknown, value: 1000}]\n",
        "key_results: [{key_result: cx/live, value: 1}, {key_result: cx/nps, value: -7}]\n",
        "key_results: [{key_result: cx/course, done: [pilot], confidence: 6}]\n",
        "key_results: [{key_result: cx/unknown, value: 3}]\n",
    ],
)
def test_values_that_can_be_are_fine(entries: str) -> None:
    assert found_by("C702", _files(_checkin(entries))) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{key_result: cx/live, value: 0.5}",
            "2026-Q4/cx/live is done or not: its value cannot be 0.5.",
        ),
        ("{key_result: 2026-Q4/cx/course, value: 1}", "2026-Q4/cx/course has steps and no value."),
    ],
)
def test_value_that_does_not_fit_the_type_is_found(entry: str, message: str) -> None:
    (finding,) = found_by("C702", _files(_checkin(f"key_results:\n  - {entry}\n")))
    assert finding.message == message
    assert finding.ref == message.split(maxsplit=1)[0]


@pytest.mark.parametrize(("day", "count"), [(date(2026, 11, 18), 1), (date(2026, 11, 20), 0)])
def test_checkin_after_the_day_is_found_once(day: date, count: int) -> None:
    text = _checkin("readings:\n  - {kpi: nps, value: 1}\n  - {kpi: csat, value: 1}\n")
    assert len(found_by("C702", _files(text), day)) == count


def test_entries_own_date_after_the_day_is_found_at_the_date() -> None:
    text = _checkin(
        "readings:\n  - {kpi: nps, date: 2027-11-20, value: 1}\n"
        "key_results:\n  - {key_result: cx/nps, date: 2026-11-21, value: 1}\n"
    )
    findings = found_by("C702", _files(text))
    assert sorted(each.place.line for each in findings) == [5, 7]


def test_entries_own_date_of_the_day_itself_is_fine() -> None:
    text = _checkin(
        "readings:\n  - {kpi: nps, date: 2026-11-20, value: 1}\n"
        "key_results:\n  - {key_result: cx/live, date: 2026-11-20, value: 1}\n"
    )
    assert found_by("C702", _files(text)) == []


def test_value_that_a_later_checkin_corrects_is_past() -> None:
    wrong = _checkin("readings:\n  - {kpi: nps, value: 140}\n", "2026-11-20T10:00:00Z")
    right = _checkin("readings:\n  - {kpi: nps, value: 40}\n", "2026-11-20T10:05:00Z")
    assert found_by("C702", _files(wrong, right)) == []
    assert found_by("C702", _files(right, wrong)) == []
    other_segment = right.replace("value", "segment: chat, value").replace("nps", "csat")
    assert len(found_by("C702", _files(wrong, other_segment))) == 1


def test_step_value_that_a_later_entry_corrects_is_past() -> None:
    wrong = _checkin("key_results:\n  - {key_result: cx/live, value: 5}\n", "2026-11-20T10:00:00Z")
    right = _checkin("key_results:\n  - {key_result: cx/live, value: 1}\n", "2026-11-20T10:05:00Z")
    assert found_by("C702", _files(wrong, right)) == []


def test_value_of_a_key_result_that_reads_a_kpi_is_judged_as_a_reading() -> None:
    (finding,) = found_by(
        "C702", _files(_checkin("key_results:\n  - {key_result: cx/csat, value: 101}\n"))
    )
    assert finding.message.startswith("csat cannot be 101")
    assert finding.place.line == 5
    fine = _checkin("key_results:\n  - {key_result: cx/csat, value: 75}\n")
    assert found_by("C702", _files(fine)) == []


COMPUTED = {
    "kpis/ratio.yaml": "title: R\nformula: clv / cac\nbounds: [0, 10]\n",
    "kpis/clv.yaml": "title: CLV\n",
    "kpis/cac.yaml": "title: CAC\n",
    "objectives/2026-Q4/cx.yaml": (
        "title: A\nkey_results:\n  - {id: a, title: A, type: metric, kpi: ratio, target: 3}\n"
    ),
}


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ("readings:\n  - {kpi: clv, value: 1}\n  - {kpi: ratio, value: 3}\n", 5),
        ("readings:\n  - {kpi: ratio, value: 30}\n  - {kpi: ratio, value: 3, segment: x}\n", 4),
        ("key_results:\n  - {key_result: cx/a, value: 3}\n", 4),
    ],
)
def test_reading_of_a_computed_kpi_is_found_once_in_its_file(entries: str, line: int) -> None:
    checkin = f"date: 2026-11-20\nby: ana\n{entries}"
    (finding,) = found_by("C702", {**COMPUTED, "checkins/2026/a.yaml": checkin})
    assert finding.message == (
        "ratio is computed as clv / cac, so what is recorded for it is ignored."
    )
    assert (finding.place.line, finding.ref) == (line, "ratio")


def test_confidence_in_a_key_result_on_a_computed_kpi_is_fine() -> None:
    entry = "key_results:\n  - {key_result: cx/a, confidence: 6}\n"
    checkin = f"date: 2026-11-20\nby: ana\n{entry}"
    assert found_by("C702", {**COMPUTED, "checkins/2026/a.yaml": checkin}) == []


def test_value_out_of_bounds_is_found_at_its_line_in_a_long_file() -> None:
    lines = [f"  - {{kpi: nps, date: 2026-01-{n:02}, value: {n}}}\n" for n in range(1, 29)]
    lines[20] = "  - {kpi: nps, date: 2026-01-21, value: 210}\n"
    (finding,) = found_by("C702", _files(_checkin("readings:\n" + "".join(lines))))
    assert (finding.place.line, finding.location) == (25, ("readings", 20, "value"))


WEEKLY = "title: A\nkey_results:\n  - {id: a, title: A, type: metric, baseline: 1, target: 2}\n"


def _weekly(last: str | None, status: str = "active", key_result: str = WEEKLY) -> dict[str, str]:
    files = {"objectives/2026-Q4/cx.yaml": f"status: {status}\n{key_result}"}
    if last:
        entry = "key_results: [{key_result: cx/a, value: 1}]\n"
        files["checkins/2026/a.yaml"] = f"date: {last}\nby: ana\n{entry}"
    return files


@pytest.mark.parametrize(
    ("last", "messages"),
    [
        ("2026-11-10", []),
        ("2026-11-09", ["The check-in of 2026-Q4/cx/a is 1 day overdue."]),
        ("2026-10-09", ["The check-in of 2026-Q4/cx/a is 32 days overdue."]),
        (None, ["The check-in of 2026-Q4/cx/a is 40 days overdue."]),
    ],
)
def test_overdue_checkin_is_found(last: str | None, messages: list[str]) -> None:
    assert [each.message for each in found_by("C701", _weekly(last))] == messages


def test_old_value_is_found_although_notes_are_checked_in() -> None:
    files = _weekly("2026-11-05")
    note = "date: 2026-11-19\nby: ana\nkey_results: [{key_result: cx/a, note: Nothing new}]\n"
    (finding,) = found_by("C701", {**files, "checkins/2026/b.yaml": note})
    assert finding.message == "The value of 2026-Q4/cx/a is of 2026-11-05: it may no longer hold."


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_checkin_is_owed_only_by_active_objectives(status: str) -> None:
    assert found_by("C701", _weekly(None, status)) == []


def test_checkin_is_not_owed_outside_the_cycle() -> None:
    assert found_by("C701", _weekly(None), date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("reading", "messages"),
    [
        ("", ["k has no reading yet; one is due weekly."]),
        ("2026-11-12", ["k has no reading since 2026-11-12; one is due weekly."]),
        ("2026-11-13", []),
    ],
)
def test_kpi_that_is_not_read_is_found_once(reading: str, messages: list[str]) -> None:
    files = _weekly(None, key_result=WEEKLY.replace("metric", "metric, kpi: k"))
    files["kpis/k.yaml"] = "title: K\n"
    if reading:
        entry = "readings: [{kpi: k, value: 1}]\n"
        files["checkins/2026/a.yaml"] = f"date: {reading}\nby: ana\n{entry}"
    assert [each.message for each in found_by("C701", files)] == messages


def _readings(*entries: str, day: str = "2026-11-19") -> str:
    return f"date: {day}\nby: ana\nreadings:\n" + "".join(f"  - {each}\n" for each in entries)


@pytest.mark.parametrize(
    ("kpi", "hint"),
    [
        ("title: K\n", "Record one, `okr kpi record k VALUE`, or change its `cadence`."),
        (
            "title: K\nsource: {file: data/k.csv}\n",
            "Record one, `okr kpi import --all`, or change its `cadence`.",
        ),
    ],
)
def test_kpi_that_is_not_read_says_what_to_type(kpi: str, hint: str) -> None:
    (finding,) = found_by("C701", {"kpis/k.yaml": kpi})
    assert finding.hint == hint


FROM_PARTS = {
    "kpis/ratio.yaml": "title: R\nformula: clv / cac\n",
    "kpis/clv.yaml": "title: CLV\n",
    "kpis/cac.yaml": "title: CAC\n",
}


def test_kpi_that_is_computed_is_told_by_what_it_is_computed_from() -> None:
    files = {**FROM_PARTS, "checkins/2026/a.yaml": _readings("{kpi: cac, value: 5}")}
    (finding,) = found_by("C701", files)
    assert finding.message == "clv has no reading yet; one is due weekly."


def test_key_result_of_a_computed_kpi_is_told_by_what_it_is_computed_from() -> None:
    files = _weekly(None, key_result=WEEKLY.replace("metric", "metric, kpi: ratio"))
    assert [each.ref for each in found_by("C701", {**files, **FROM_PARTS})] == ["cac", "clv"]


SEGMENTED = "title: K\nsegments: [chat, voice]\n"


@pytest.mark.parametrize(
    ("readings", "messages"),
    [
        (("{kpi: k, value: 1}",), []),
        (("{kpi: k, value: 1, segment: chat}", "{kpi: k, value: 2, segment: voice}"), []),
        (
            ("{kpi: k, value: 1, segment: voice}",),
            ["k has no reading of chat yet; one is due weekly."],
        ),
        (
            (
                "{kpi: k, value: 1, segment: chat}",
                "{kpi: k, date: 2026-11-02, value: 1, segment: voice}",
            ),
            ["k has no reading of voice since 2026-11-02; one is due weekly."],
        ),
        (
            ("{kpi: k, date: 2026-11-02, value: 1, segment: voice}",),
            ["k has no reading since 2026-11-02; one is due weekly."],
        ),
    ],
)
def test_segment_that_is_not_read_any_more_is_found(
    readings: tuple[str, ...], messages: list[str]
) -> None:
    files = {"kpis/k.yaml": SEGMENTED, "checkins/2026/a.yaml": _readings(*readings)}
    assert [each.message for each in found_by("C701", files)] == messages


def test_silent_segment_is_found_at_its_name() -> None:
    readings = _readings("{kpi: k, value: 1, segment: chat}")
    files = {"kpis/k.yaml": SEGMENTED, "checkins/2026/a.yaml": readings}
    (finding,) = found_by("C701", files)
    assert (finding.place.line, finding.place.column) == (2, 18)
    assert finding.hint == (
        "Record one, `okr kpi record k VALUE --segment voice`, or take it out of `segments`."
    )
