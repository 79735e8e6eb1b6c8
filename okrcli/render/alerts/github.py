"""Alerts as GitHub's workflow commands, which annotate the KPIs' files."""

from collections.abc import Iterator, Sequence

from okrcli.compute.kpis.alerts import KpiAlert
from okrcli.model.finding import Severity
from okrcli.next_step import StepWords
from okrcli.printable import inert
from okrcli.render.alerts.words import next_step_of
from okrcli.render.options import RenderOptions
from okrcli.render.text.workflow_commands import SHOWN, workflow_command
from okrcli.views.alerts import AlertOutcome


def render(outcome: AlertOutcome, options: RenderOptions) -> str:
    """Return one command per alert, the worst first; paths are from the repository's root.

    Those that GitHub would not show follow as plain lines of the log.
    """
    shown: list[KpiAlert] = []
    rest: list[KpiAlert] = []
    for severity in Severity:
        alike = [alert for alert in outcome.alerts if alert.severity is severity]
        shown += alike[:SHOWN]
        rest += alike[SHOWN:]
    lines = [*(_command(alert, outcome, options.words) for alert in shown), *_plain(rest, outcome)]
    return "".join(f"{line}\n" for line in lines)


def _command(alert: KpiAlert, outcome: AlertOutcome, words: StepWords) -> str:
    step = words.command(next_step_of(outcome, [alert]))
    return workflow_command(
        alert.severity,
        f"{alert.message} Next: {step}",
        file=outcome.path_of(alert),
        title=f"KPI {alert.kind}: {alert.title}",
    )


def _plain(rest: Sequence[KpiAlert], outcome: AlertOutcome) -> Iterator[str]:
    if rest:
        yield f"{len(rest)} more, beyond the {SHOWN} of each kind that GitHub annotates:"
    for alert in rest:
        yield inert(f"{outcome.path_of(alert)}: {alert.severity} {alert.kind}: {alert.message}")
