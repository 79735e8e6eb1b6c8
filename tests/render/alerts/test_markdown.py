import re

from tests.render.alerts.drawn import drawn
from tests.render.kpi_samples import full_outcome


def test_markdown_mentions_nobody_and_has_no_markup_of_the_titles() -> None:
    text = drawn(full_outcome(), "markdown")

    assert not re.search(r"@\w", text)
    assert "<script>" not in text
