import pytest
from rich.cells import cell_len

from okrcli.model.finding import Severity
from okrcli.views.alerts import by_kpi
from tests.render.alerts.drawn import drawn
from tests.render.kpi_samples import an_alert, full_outcome


@pytest.mark.parametrize("width", range(20, 161, 7))
def test_text_of_alerts_fits_its_width_save_for_what_is_to_be_copied(width: int) -> None:
    lines = drawn(full_outcome(), width=width).splitlines()

    assert max(cell_len(line) for line in lines if not line.startswith("  okr ")) <= width


def test_alerts_of_a_kpi_stand_together_below_its_worst_one() -> None:
    first, second, third = an_alert(), an_alert("nps"), an_alert(severity=Severity.INFO)

    assert by_kpi([first, second, third]) == [(first, third), (second,)]
