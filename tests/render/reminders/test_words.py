from datetime import timedelta

import pytest

from okrcli.render.reminders.words import since_text
from tests.render.kpi_samples import a_due
from tests.render.samples import DAY


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "due today"),
        (-1, "due since 2026-11-19, 1 day"),
        (-7, "due since 2026-11-13, 7 days"),
        (3, "due on 2026-11-23, in 3 days"),
    ],
)
def test_since_when_it_is_due_is_said(days: int, said: str) -> None:
    assert since_text(a_due(due=DAY + timedelta(days=days)), DAY) == said
