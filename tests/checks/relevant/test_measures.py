import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


def _files(
    title: str, fields: str = "type: metric", objective: str = "title: A\n"
) -> dict[str, str]:
    return {CX: f'{objective}key_results:\n  - {{id: a, title: "{title}", {fields}}}\n'}


@pytest.mark.parametrize(
    "title", ["Reach 10 000 followers", "Llegar a 50 000 visitas", "Набрать 10 000 подписчиков"]
)
def test_count_that_flatters_is_found(title: str) -> None:
    assert len(found_by("R404", _files(title))) == 1


@pytest.mark.parametrize(
    ("title", "fields", "objective"),
    [
        ("Turn 3 % of visits into orders", 'type: metric, unit: "%"', "title: A\n"),
        ("Turn 3 % of visits into orders", "type: metric", "title: A\n"),
        ("Reach 10 000 followers", "type: metric", "title: Followers buy from us\n"),
        ("Reach 10 000 followers", "type: metric", "title: A\nwhy: Our followers buy more.\n"),
        ("Reach 300 orders", "type: metric", "title: A\n"),
    ],
)
def test_count_that_leads_to_something_is_fine(title: str, fields: str, objective: str) -> None:
    assert found_by("R404", _files(title, fields, objective)) == []


@pytest.mark.parametrize(
    ("kpi", "count"),
    [
        ("title: Followers on social media\n", 1),
        ("title: Seguidores en redes sociales\n", 1),
        ("title: Followers\nserves: [cx]\n", 0),
        ('title: Visits that buy\nunit: "%"\n', 0),
        ("title: Orders\n", 0),
    ],
)
def test_kpi_that_flatters_and_serves_nothing_is_found(kpi: str, count: int) -> None:
    assert len(found_by("R404", {CX: "title: A\n", "kpis/k.yaml": kpi})) == count


def test_count_that_is_part_of_a_share_is_needed() -> None:
    files = {"kpis/visits.yaml": "title: Visits\n", "kpis/orders.yaml": "title: Orders\n"}
    assert len(found_by("R404", files)) == 1
    share = 'title: Orders of a visit\nunit: "%"\nformula: 100 * orders / visits\n'
    assert found_by("R404", {**files, "kpis/share.yaml": share}) == []


def test_kpi_that_a_key_result_moves_is_needed() -> None:
    files = _files("Sales", "type: metric, kpi: k")
    assert found_by("R404", {**files, "kpis/k.yaml": "title: Visits\n"}) == []


@pytest.mark.parametrize(
    ("title", "fields", "count"),
    [
        ("CSAT", "type: maintain, at_least: 90", 1),
        ("Keep CSAT at 90 %", "type: metric, target: 90", 1),
        ("Mantener el CSAT", "type: binary", 1),
        ("Сохранить отток ниже 3%", "type: metric, target: 3", 1),
        ("Raise CSAT to 90 %", "type: metric, target: 90", 0),
        ("Keeper of the house", "type: binary", 0),
    ],
)
def test_what_only_stays_is_found(title: str, fields: str, count: int) -> None:
    assert len(found_by("R405", _files(title, fields))) == count
