import pytest
from rich.cells import cell_len

from tests.render.kpi_samples import full_reminders
from tests.render.reminders.drawn import drawn


@pytest.mark.parametrize("width", range(20, 161, 7))
def test_text_of_reminders_fits_its_width_save_for_what_is_to_be_copied(width: int) -> None:
    lines = drawn(full_reminders(), width=width).splitlines()

    assert max(cell_len(line) for line in lines if not line.startswith("    okr ")) <= width
