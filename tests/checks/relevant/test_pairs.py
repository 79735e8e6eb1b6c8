import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


def _files(
    title: str, fields: str = "type: metric", objective: str = "title: A\n"
) -> dict[str, str]:
    return {CX: f'{objective}key_results:\n  - {{id: a, title: "{title}", {fields}}}\n'}


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
