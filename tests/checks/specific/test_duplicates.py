from collections.abc import Mapping

import pytest

from tests.checks.workspaces import found_by


def _two(
    one: str, other: str, cycles: tuple[str, str] = ("2026-Q4", "2026-Q4")
) -> Mapping[str, str]:
    texts = zip(("a", "b"), cycles, (one, other), strict=True)
    return {
        f"objectives/{cycle}/{name}.yaml": (
            f"title: Objective {name}\nkey_results:\n  - {{id: k, type: metric, {text}}}\n"
        )
        for name, cycle, text in texts
    }


def _titles(one: str, other: str) -> Mapping[str, str]:
    return _two(f'title: "{one}"', f'title: "{other}"')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raise NPS from 40 to 60", "Raise NPS from 40 to 60"),
        ("Raise the NPS from 40 to 60.", "increase NPS from 40 to 60"),
        ("Aumentar la retención del 84 al 90 %", "Elevar la retencion del 84 al 90%"),
        ("Снизить отток клиентов до 3%", "Сократить отток клиента до 3%"),
        ("Customers renew their contracts on time", "Customers renew their contrcats on time"),
    ],
)
def test_titles_that_say_the_same_are_found_at_the_second(one: str, other: str) -> None:
    (finding,) = found_by("S107", _titles(one, other))
    assert finding.ref == "2026-Q4/b/k"
    assert finding.message == "2026-Q4/b/k says nearly the same as 2026-Q4/a/k."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raise NPS from 40 to 60", "Raise NPS from 40 to 65"),
        ("Raise the NPS of chat from 40 to 60", "Raise the NPS of voice from 40 to 60"),
        ("Raise visits", "Lower visits"),
        ("Launch the new shop for everyone", "Close the new shop for everyone"),
        ("Ventas en España del 5 al 10 %", "Ventas en Francia del 5 al 10 %"),
        ("Sales in region north 1 to 5", "Sales in region north 2 to 5"),
    ],
)
def test_titles_that_differ_in_what_matters_are_fine(one: str, other: str) -> None:
    assert found_by("S107", _titles(one, other)) == []


def test_same_title_in_another_cycle_is_fine() -> None:
    text = "title: Raise NPS from 40 to 60"
    assert found_by("S107", _two(text, text, ("2026-Q3", "2026-Q4"))) == []


def test_objectives_are_compared_with_objectives_alone() -> None:
    files = {
        "objectives/2026-Q4/a.yaml": "title: Win the market\nkey_results:\n"
        "  - {id: k, title: Win the market, type: binary}\n",
        "objectives/2026-Q4/b.yaml": "title: Win our market\n",
    }
    (finding,) = found_by("S107", files)
    assert finding.ref == "2026-Q4/b"


KPIS = {
    "kpis/nps.yaml": "title: NPS\nbaseline: 40\n",
    "kpis/csat.yaml": "title: CSAT\nbaseline: 40\n",
}


def test_same_words_about_other_kpis_are_fine() -> None:
    files = {**KPIS, **_two("title: Up, kpi: nps, target: 60", "title: Up, kpi: csat, target: 60")}
    assert found_by("S107", files) == []


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("title: Loyal customers, kpi: nps, target: 60", 1),
        ("title: Loyal customers, kpi: nps, change: 20", 1),
        ("title: Loyal customers, kpi: nps, target: 50, due: 2026-11-15", 0),
        ("title: Loyal customers, kpi: csat, target: 60", 0),
    ],
)
def test_kpi_that_is_moved_twice_to_the_same_is_found(other: str, count: int) -> None:
    findings = found_by("S107", {**KPIS, **_two("title: NPS, kpi: nps, target: 60", other)})
    assert [each.location for each in findings] == [("key_results", 0, "kpi")] * count


def test_many_of_the_same_are_each_told_of_the_first() -> None:
    files = {f"objectives/2026-Q4/o-{n}.yaml": "title: Win the market of today\n" for n in range(5)}
    findings = found_by("S107", files)
    assert {each.message.split()[-1] for each in findings} == {"2026-Q4/o-0."}
    assert len(findings) == 4
