import pytest

from okrcli.actions.new.kpi_draft import KpiDraft
from okrcli.actions.new.kpi_from_catalog import ReadyKpi, ready_kpi
from okrcli.errors import UsageError
from okrcli.model.catalog import CATALOG
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from tests.builders import a_kpi, a_plan

NO_KPIS = a_plan()
AHT_PARTS = ["talk_time", "hold_time", "wrap_time", "contacts_handled"]
WITH_PARTS = a_plan([a_kpi(id=name) for name in AHT_PARTS])
NPS_PARTS = a_plan([a_kpi(id=part.id) for part in CATALOG["nps"].parts])


def ready(name: str, plan: Plan = NO_KPIS, *, with_parts: bool = False) -> ReadyKpi:
    return ready_kpi(name, "en", plan, with_parts=with_parts)


@pytest.mark.parametrize(
    ("name", "plan", "with_parts", "is_computed"),
    [
        ("average_handle_time", NO_KPIS, False, False),
        ("average_handle_time", NO_KPIS, True, True),
        ("average_handle_time", WITH_PARTS, False, True),
        ("nps", NPS_PARTS, False, False),  # its answers are asked for
        ("nps", NO_KPIS, True, True),
        ("catalog:retention_rate", NO_KPIS, True, True),
    ],
)
def test_formula_is_there_where_its_parts_are(
    name: str, plan: Plan, *, with_parts: bool, is_computed: bool
) -> None:
    found = ready(name, plan, with_parts=with_parts)

    assert found.formula == (found.entry.formula if is_computed else None)


def test_what_was_typed_comes_before_the_words_of_the_entry() -> None:
    entry, words = CATALOG["csat"], CATALOG["csat"].en

    assert ready("csat").complete(KpiDraft()) == KpiDraft(
        name="csat",
        title=words.title,
        unit=entry.unit["en"],
        direction=entry.direction,
        why=words.why,
    )
    own = KpiDraft("happy", "Happiness", "points", "range", "Ours.", "40", "60", "2026-12-31")
    assert ready("csat").complete(own) == own


def test_title_as_a_name_stays_the_title() -> None:
    assert ready("csat").complete(KpiDraft("Happy guests")).title == ""
    assert ready("csat").complete(KpiDraft("happy")).title == CATALOG["csat"].en.title


def test_segments_make_up_the_whole_as_the_entry_says() -> None:
    entry = CATALOG["nps"]

    assert ready("nps").fields(has_segments=False) == {
        "direction": "up",
        "bounds": entry.bounds,
        "kind": entry.kind,
        "family": entry.family,
        "cadence": entry.cadence,
        "survey": entry.survey,
        "baseline": "unknown",
        "aggregate": None,
        "formula": None,
    }
    assert ready("nps").fields(has_segments=True)["aggregate"] == "weighted"


def test_file_explains_the_kpi_and_asks_for_its_baseline() -> None:
    comments = ready("nps").comments(a_kpi(baseline="unknown"))

    assert comments["baseline"] == "Still to be measured: write the value of the start here."
    lines = comments["title"].splitlines()
    assert lines[0].startswith("How far those who would recommend you outnumber")
    assert "Formula: 100 × (answers of 9 or 10 − answers from 0 to 6) ÷ all answers" in lines
    assert max(map(len, lines)) <= 96
    assert ready("nps").comments(a_kpi(baseline=40)).keys() == {"title"}


def test_parts_are_added_that_the_workspace_has_not() -> None:
    kpi = a_kpi(id="average_handle_time", unit="min", owner="ana", team="support", title="AHT")
    found = ready("average_handle_time", a_plan(a_kpi(id="hold_time")), with_parts=True)

    parts = [part for part, _ in found.parts_of(kpi)]
    assert [part.id for part in parts] == ["talk_time", "wrap_time", "contacts_handled"]
    assert {(part.owner, part.team, part.why) for part in parts} == {
        ("ana", "support", "Needed to compute: AHT")
    }
    assert [*ready("average_handle_time").parts_of(kpi)] == []


def test_entry_without_parts_has_none_to_add() -> None:
    name = next(name for name, entry in CATALOG.items() if not entry.parts)

    with pytest.raises(UsageError, match=f"{name} is not computed from other KPIs") as caught:
        ready(name, with_parts=True)
    assert caught.value.hints == (NextStep(StepKind.LEAVE_OUT_PARTS),)


def test_part_that_is_an_entry_itself_is_written_like_one() -> None:
    kpi = a_kpi(id="clv", title="CLV", unit="USD")
    parts = {part.id: (part, said) for part, said in ready("clv", with_parts=True).parts_of(kpi)}
    margin, comments = parts["gross_margin"]
    entry = CATALOG["gross_margin"]

    assert (margin.title, margin.why) == (entry.en.title, entry.en.why)
    assert (margin.kind, margin.family, margin.cadence) == (entry.kind, entry.family, entry.cadence)
    assert comments["title"].startswith(entry.en.definition[:40])
