from hypothesis import given, settings

from tests.render.alerts.drawn import ANY_TEXT, drawn, told
from tests.render.kpi_samples import an_alert, an_outcome, full_outcome
from tests.render.samples import HOSTILE
from tests.render.test_reports import CONTROLS


@given(ANY_TEXT)
@settings(max_examples=60)
def test_github_has_one_command_for_each_alert_whatever_the_texts(text: str) -> None:
    shown = drawn(told(text + HOSTILE), "github")
    line = shown.removesuffix("\n")

    assert not CONTROLS.search(line)
    assert "##[" not in line
    properties, _, message = line.removeprefix("::").partition("::")
    assert properties.startswith("error file=")
    assert properties.count(",") == 3
    assert ":" not in properties
    assert "::" not in message
    assert "%0A" not in message.replace("%250A", "")


def test_github_annotates_ten_of_each_severity_and_lists_the_rest() -> None:
    alerts = [an_alert(f"kpi_{number}") for number in range(12)]
    lines = drawn(an_outcome(*alerts), "github").splitlines()

    assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * 3
    assert lines[10] == "2 more, beyond the 10 of each kind that GitHub annotates:"
    assert lines[11].startswith("teams/support/kpis/kpi_10.yaml: error breach: kpi_10 has")


def test_github_names_the_file_from_the_repository_root() -> None:
    assert "::error file=teams/support/kpis/csat.yaml," in drawn(full_outcome(), "github")
    assert "file=kpis/csat.yaml," in drawn(an_outcome(an_alert(), folder=""), "github")
