"""Findings for people: a line that editors understand, then the line of the file and what to do."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.printable import inert
from okrcli.render.drawing.spans import Line, paint, styled_line
from okrcli.render.drawing.style import SEVERITIES, glyphs
from okrcli.render.findings.concise import finding_line
from okrcli.render.options import RenderOptions
from okrcli.render.text.excerpt import excerpt
from okrcli.views.check import CheckOutcome

_INDENT = "    "
_NARROWEST = 20


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return the findings with line and hint; paths and sentences are never wrapped or cut."""
    lines = (line for finding in outcome.findings for line in _lines(finding, outcome, options))
    return "".join(f"{line}\n" for line in lines)


def _lines(finding: Finding, outcome: CheckOutcome, options: RenderOptions) -> Iterator[str]:
    line = finding_line(finding)
    yield _colour_place(line, finding) if options.colour else line
    text = outcome.lines.get((finding.place.path, finding.place.line), "")
    if text.strip():
        yield from _excerpt(text, finding, options)
    if finding.hint:
        yield f"{_INDENT}{inert(options.words.sentence(finding.hint))}"


def _excerpt(text: str, finding: Finding, options: RenderOptions) -> Iterator[str]:
    number = str(finding.place.line)
    gutter = f"{_INDENT}{number} | "
    room = max(options.width - len(gutter), _NARROWEST)
    shown = excerpt(text, finding.place.column, room, glyphs(ascii_only=options.ascii).dots)
    yield f"{gutter}{shown.text}"
    yield f"{_INDENT}{' ' * len(number)} | {' ' * shown.before}{_caret(finding, options)}"


def _caret(finding: Finding, options: RenderOptions) -> str:
    if not options.colour:
        return "^"
    return _in_colour(styled_line("^", SEVERITIES[finding.severity].colour))


def _colour_place(line: str, finding: Finding) -> str:
    judged = f"{finding.severity} {finding.rule.code}"
    place, _, rest = line.partition(f": {judged} ")
    word = styled_line(judged, SEVERITIES[finding.severity].colour)
    return _in_colour(
        (*styled_line(place, "bold"), *styled_line(": "), *word, *styled_line(f" {rest}"))
    )


def _in_colour(line: Line) -> str:
    return paint([line], colour=True).removesuffix("\n")
