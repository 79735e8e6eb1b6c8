from okrcli.render.text.kinds import KIND_TITLES, by_kind, grouped_by_kind, kind_of
from tests.render.samples import a_kpi


def test_drafts_are_of_no_other_kind() -> None:
    assert kind_of(a_kpi(kind="leading")) == "leading"
    assert kind_of(a_kpi(kind=None)) is None
    assert kind_of(a_kpi(kind="leading", status="draft")) == "draft"


def test_kpis_stand_below_the_titles_of_their_kinds() -> None:
    kpis = [a_kpi("a", kind="lagging"), a_kpi("b", kind=None), a_kpi("c", kind="lagging")]

    assert [(title, [kpi.id for kpi in found]) for title, found in by_kind(kpis)] == [
        (KIND_TITLES["lagging"], ["a", "c"]),
        (KIND_TITLES[None], ["b"]),
    ]
    assert [*by_kind([])] == []


def test_anything_that_is_about_a_kpi_can_be_grouped() -> None:
    shown = [(1, a_kpi(kind="lagging")), (2, a_kpi(kind="leading"))]
    found = [[number for number, _ in group] for _, group in grouped_by_kind(shown, lambda x: x[1])]

    assert found == [[2], [1]]
