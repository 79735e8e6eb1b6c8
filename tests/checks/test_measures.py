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


FASTER = "type: metric, unit: h, baseline: 8, target: 2"


@pytest.mark.parametrize(
    "fields",
    [
        FASTER,
        "type: metric, unit: minutos, baseline: 8, target: 2",
        "type: metric, unit: EUR, baseline: 8, target: 2",
        "type: metric, unit: ₽, change: -10%",
        "type: metric, kpi: wait, baseline: 8, target: 2",
    ],
)
def test_saving_without_quality_is_found(fields: str) -> None:
    kpis = {"kpis/wait.yaml": "title: Wait\nunit: horas\n"}
    assert len(found_by("R407", {**kpis, **_files("A", fields)})) == 1


@pytest.mark.parametrize(
    ("fields", "second"),
    [
        (f"{FASTER}, guards: [csat]", ""),
        (FASTER, "{id: b, title: B, type: metric, kpi: csat}"),
        (FASTER, "{id: b, title: B, type: binary, guards: [csat]}"),
        (FASTER, "{id: b, title: Menos quejas, type: binary}"),
        (FASTER, "{id: b, title: Качество ответов, type: binary}"),
        ("type: metric, unit: h, baseline: 2, target: 8", ""),
        ("type: metric, unit: tickets, baseline: 8, target: 2", ""),
        ("type: metric, unit: h", ""),
    ],
)
def test_saving_with_quality_beside_it_is_fine(fields: str, second: str) -> None:
    files = _files("A", fields)
    files[CX] += f"  - {second}\n" if second else ""
    kpi = "title: K\nfamily: satisfaction\n"
    assert found_by("R407", {**files, "kpis/csat.yaml": kpi}) == []


KEPT = "type: maintain, kpi: csat, at_least: 90"


@pytest.mark.parametrize(
    ("mover", "kept", "count"),
    [
        ("change: +15%", KEPT, 1),
        ("change: +15pp", KEPT, 1),
        ("change: +15% of baseline", KEPT, 1),
        ("change: +11", KEPT, 1),
        ("change: +10pp", KEPT, 0),
        ("change: -95pp", "type: maintain, kpi: csat, at_most: 90", 1),
        ("change: -5pp", "type: maintain, kpi: csat, at_most: 90", 0),
        ("change: -95pp", KEPT, 0),
        ("baseline: unknown, measure_by: 2026-10-31, change: +15pp", KEPT, 1),
        ("target: 95", KEPT, 0),
        ("change: +15pp", "type: maintain, at_least: 90", 0),
        ("change: +15pp", "type: binary, kpi: csat", 0),
    ],
)
def test_change_that_what_is_kept_leaves_no_room_for_is_found(
    mover: str, kept: str, count: int
) -> None:
    files = {
        "kpis/csat.yaml": 'title: CSAT\nunit: "%"\nbounds: [0, 100]\n',
        "objectives/2026-Q4/a.yaml": (
            f"title: A\nkey_results:\n  - {{id: k, title: K, type: metric, kpi: csat, {mover}}}\n"
        ),
        "objectives/2026-Q4/b.yaml": f"title: B\nkey_results:\n  - {{id: k, title: K, {kept}}}\n",
    }
    findings = found_by("R406", files)
    assert [each.ref for each in findings] == ["2026-Q4/a/k"] * count
