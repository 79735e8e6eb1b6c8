import re

from tests.render.kpi_samples import full_reminders
from tests.render.reminders.drawn import drawn


def test_markdown_of_reminders_mentions_nobody() -> None:
    assert not re.search(r"@\w|<script", drawn(full_reminders(), "markdown"))
