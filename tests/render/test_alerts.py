"""Every format of `okr kpi alerts`, whole, and what none may let through."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.kpis.alerts import AlertKind
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.render import ALERT_FORMATS, RenderOptions
from okrcli.render.alerts.words import next_step_of
from tests.render.alerts.drawn import ANY_TEXT, drawn, told
from tests.render.golden import assert_golden
from tests.render.kpi_samples import an_alert, an_outcome, full_outcome
from tests.render.samples import HOSTILE
from tests.render.test_reports import CONTROLS

TERMINALS = {
    "alerts-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "alerts-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "alerts-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "alerts-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "alerts-colour-80.ansi": RenderOptions(COMMAND_LINE, width=80, colour=True),
}
MACHINES = {"json": "alerts.json", "markdown": "alerts.md", "github": "alerts-github.txt"}


@pytest.mark.parametrize("name", TERMINALS)
def test_text_of_alerts_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, ALERT_FORMATS["text"](full_outcome(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_of_alerts_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_outcome(), name))


def test_every_alert_format_has_a_golden_file() -> None:
    assert {"text", *MACHINES} == set(ALERT_FORMATS)


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_no_alert_format_lets_control_characters_or_runner_commands_through(
    name: str, text: str
) -> None:
    shown = drawn(told(text + HOSTILE), name, width=200)

    assert not CONTROLS.search(shown)
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, NextStep(StepKind.OPEN_IMPROVEMENT, "csat")),
        ({"improvement": "csat-2026-11-02"}, NextStep(StepKind.FOLLOW_UP, "csat-2026-11-02")),
        (
            {"severity": Severity.INFO, "kind": AlertKind.SIGNAL},
            NextStep(StepKind.SHOW_KPI, "csat"),
        ),
        ({"kind": AlertKind.STALE}, NextStep.record_reading("csat")),
        ({"kind": AlertKind.STALE, "improvement": "a"}, NextStep.record_reading("csat")),
        ({"kind": AlertKind.STALE, "segment": "chat"}, NextStep.record_reading("csat", "chat")),
    ],
)
def test_next_step_is_what_helps(changes: dict[str, Any], step: NextStep) -> None:
    alert = an_alert(**changes)

    assert next_step_of(an_outcome(alert), [alert]) == step


def test_next_step_for_silence_stays_the_reading_when_the_last_values_were_good() -> None:
    silence = an_alert(kind=AlertKind.STALE)
    good_news = an_alert(kind=AlertKind.SIGNAL, severity=Severity.INFO)
    step = next_step_of(an_outcome(silence, good_news), [silence, good_news])
    assert step == NextStep.record_reading("csat")


def test_next_step_for_a_silent_computed_kpi_is_to_look_at_it() -> None:
    alert = an_alert(kind=AlertKind.STALE)
    outcome = an_outcome(alert)
    computed = outcome.kpis["csat"].model_copy(update={"formula": "a / b"})

    step = next_step_of(an_outcome(alert, kpis={"csat": computed}), [alert])

    assert step == NextStep(StepKind.SHOW_KPI, "csat")


@pytest.mark.parametrize(
    ("name", "text"), [("text", ""), ("github", ""), ("markdown", "No alerts.\n")]
)
def test_without_alerts_there_is_nothing_but_a_heading(name: str, text: str) -> None:
    assert drawn(an_outcome(), name).endswith(text)
    assert len(drawn(an_outcome(), name).splitlines()) == bool(text)


@pytest.mark.parametrize("name", ALERT_FORMATS)
def test_only_the_text_of_alerts_imports_rich(name: str) -> None:
    code = (
        "import sys; from okrcli.render import ALERT_FORMATS, RenderOptions;"
        "from okrcli.cli.next_steps import COMMAND_LINE;"
        "from tests.render.kpi_samples import full_outcome;"
        f"ALERT_FORMATS['{name}'](full_outcome(), RenderOptions(COMMAND_LINE));"
        "print('rich' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ran.stdout == f"{name == 'text'}\n"
