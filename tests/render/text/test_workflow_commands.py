import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Severity
from okrcli.render.text.workflow_commands import workflow_command
from tests.runners import active_in


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_severity_has_its_command(severity: Severity, word: str) -> None:
    line = workflow_command(severity, "Wrong.", file="kpis/a.yaml", title="E004", line=3, column=5)

    assert line == f"::{word} file=kpis/a.yaml,line=3,col=5,title=E004::Wrong."


@given(st.text(), st.text(), st.text())
def test_texts_end_no_property_and_begin_no_other_command(
    message: str, file: str, title: str
) -> None:
    line = workflow_command(Severity.ERROR, message, file=file, title=title)

    assert "\n" not in line
    assert "\r" not in line
    assert line.removeprefix("::error ").partition("::")[0].count(",") == 3
    assert not active_in(f"{line.partition('::error ')[2]}")
