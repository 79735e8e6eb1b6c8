"""Findings for people: the line that editors understand, and below it what to do."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.render.findings_concise import finding_line
from okrcli.render.inert import inert
from okrcli.render.options import CheckOutcome, RenderOptions
from okrcli.render.style import SEVERITIES


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return the findings with their hints; never wrapped, so that paths stay whole."""
    lines = (line for each in outcome.findings for line in _lines(each, colour=options.colour))
    return "".join(f"{line}\n" for line in lines)


def _lines(finding: Finding, *, colour: bool) -> Iterator[str]:
    line = finding_line(finding)
    yield _painted(line, finding) if colour else line
    if finding.hint:
        yield f"    {inert(finding.hint)}"


def _painted(line: str, finding: Finding) -> str:
    from rich.text import Text  # noqa: PLC0415  only colour needs Rich

    from okrcli.render.pen import Pen  # noqa: PLC0415

    place, _, rest = line.partition(f": {finding.rule.code} ")
    code = (finding.rule.code, SEVERITIES[finding.severity].colour)
    painted = Text.assemble(
        (place, "bold"), ": ", code, f" {rest}", no_wrap=True, overflow="ignore"
    )
    return Pen.of(RenderOptions(colour=True)).drawn([painted]).removesuffix("\n")
