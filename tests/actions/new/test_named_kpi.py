"""The KPI that a title names."""

import pytest

from okrcli.actions.new.named_kpi import kpi_named
from tests.builders import a_kpi, a_plan

PLAN = a_plan(
    a_kpi(id="nps", title="Índice neto de promotores (NPS)", unit="puntos"),
    a_kpi(id="first_reply", title="Время до первого ответа", unit="ч"),
    a_kpi(id="ratio", title="Ratio", formula="nps / first_reply"),
)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Raise NPS from 40 to 60", "nps"),
        ("Subir el índice neto de promotores de 40 a 60", "nps"),
        ("Cut the first reply from 10 to 4 h", "first_reply"),
        ("Сократить время до первого ответа с 10 до 4 ч", "first_reply"),
        ("Raise snps from 40 to 60", None),
        ("Raise NPS and cut the first reply", None),
        ("Raise the ratio from 1 to 2", None),
        ("Raise CSAT from 40 to 60", None),
    ],
)
def test_kpi_is_named_by_its_id_its_title_or_its_short_name(title: str, named: str | None) -> None:
    found = kpi_named(PLAN, title, "")
    assert (found.id if found else None) == named


def test_kpi_in_another_unit_is_not_meant() -> None:
    assert kpi_named(PLAN, "Raise NPS from 40 to 60 %", "%") is None
    assert kpi_named(PLAN, "Raise NPS from 40 to 60", "puntos") is not None
