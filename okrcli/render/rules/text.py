"""The rules for people at a terminal."""

import textwrap
from collections.abc import Iterator

from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.render.options import RenderOptions
from okrcli.render.rules.words import NOT_SILENCED, ways_to_silence
from okrcli.views.rulebook import PROFILES, Rulebook, RuleSheet

_NAME = 26
_SEVERITY = 9
_WAY = 26
_INDENT = "    "


def render(book: Rulebook, options: RenderOptions) -> str:
    """Return a line for each rule; explained, all about each."""
    if not book.explained:
        return "".join(f"{_line(rule, options.words)}\n" for rule in book.rules)
    return "\n".join(_rule_text(rule, options) for rule in book.rules)


def _line(rule: RuleSheet, words: StepWords) -> str:
    fixed = f"fixed by {words.command(NextStep(StepKind.FIX))}" if rule.fixed else ""
    here = rule.here or rule.severities["basic"]
    return f"{rule.code}  {rule.name:<{_NAME}}{here:<{_SEVERITY}}{fixed}".rstrip()


def _rule_text(rule: RuleSheet, options: RenderOptions) -> str:
    return "".join(f"{line}\n" for line in _lines(rule, options.width, options.words))


def _lines(rule: RuleSheet, width: int, words: StepWords) -> Iterator[str]:
    yield f"{rule.title}: {rule.here or rule.severities['basic']}"
    yield ""
    yield from textwrap.wrap(rule.explanation, width)
    yield ""
    severities = (f"{rule.severities[profile]} ({profile})" for profile in PROFILES)
    yield f"Severity  {', '.join(severities)}"
    if rule.source:
        lines = textwrap.wrap(f"Source    {rule.source}", width, subsequent_indent=" " * 10)
        yield from lines
    if rule.fixed:
        yield f"Fix       {words.sentence(NextStep(StepKind.FIX))}"
    for path, text in rule.before.items():
        yield from ["", f"In an earlier commit, {path}:", "", *_indent(text)]
    yield from _example("Fails", rule.failing, rule.path, rule)
    for finding in rule.found[:1]:
        notice = (
            f"Line {finding.place.line}: {finding.message} {words.sentence(finding.hint)}".rstrip()
        )
        yield from ["", *textwrap.wrap(notice, width)]
    yield from _example("Passes", rule.passing, rule.passing_path, rule)
    for path, text in rule.beside.items():
        yield from ["", f"Together with {path}:", "", *_indent(text)]
    yield from ["", *_silencing(rule, words)]


def _example(word: str, text: str, path: str, rule: RuleSheet) -> Iterator[str]:
    yield from ["", f"{word}, in {path}{rule.committer}:", "", *_indent(text)]


def _indent(text: str) -> list[str]:
    return [f"{_INDENT}{line}".rstrip() for line in text.rstrip("\n").split("\n")]


def _silencing(rule: RuleSheet, words: StepWords) -> Iterator[str]:
    if not rule.silenced:
        yield NOT_SILENCED
        return
    yield "To silence it for"
    for where, what in ways_to_silence(rule, words):
        yield f"  {where:<{_WAY}}{what}"
