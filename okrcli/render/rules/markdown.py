"""The rules as Markdown: the documentation of `okr check`."""

from collections.abc import Iterable, Iterator

from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.render.options import RenderOptions
from okrcli.render.rules.words import NOT_SILENCED, ways_to_silence
from okrcli.views.rulebook import PROFILES, Rulebook, RuleSheet


def render(book: Rulebook, options: RenderOptions) -> str:
    """Return a table of the rules; explained, a section for each as well."""
    words = options.words
    table = "".join(f"{line}\n" for line in _table(book.rules))
    if not book.explained:
        return table
    heading = f"# Rules of {words.command(NextStep(StepKind.CHECK))}\n\n{table}"
    return "\n".join([heading, *(_section(rule, words) for rule in book.rules)])


def _table(rules: Iterable[RuleSheet]) -> Iterator[str]:
    yield f"| Code | Name | {' | '.join(PROFILES)} | Fixed |"
    yield f"|{'---|' * (len(PROFILES) + 3)}"
    for rule in rules:
        severities = " | ".join(rule.severities[profile] for profile in PROFILES)
        yield f"| {rule.code} | {rule.name} | {severities} | {'yes' if rule.fixed else ''} |"


def _section(rule: RuleSheet, words: StepWords) -> str:
    return "".join(f"{paragraph}\n" for paragraph in _paragraphs(rule, words))


def _paragraphs(rule: RuleSheet, words: StepWords) -> Iterator[str]:
    fixed = f" {words.sentence(NextStep(StepKind.FIX))}" if rule.fixed else ""
    severities = ", ".join(f"{rule.severities[profile]} ({profile})" for profile in PROFILES)
    yield f"## {rule.title}\n\n{rule.explanation}\n"
    yield f"Severity: {severities}.{fixed}\n"
    if rule.source:
        yield f"Source: {rule.source}.\n"
    for path, text in rule.before.items():
        yield f"In an earlier commit, `{path}`:\n\n{_fence(text)}"
    yield f"Fails, in `{rule.path}`{rule.committer}:\n\n{_fence(rule.failing)}"
    moved = f", in `{rule.passing_path}`" if rule.passing_path != rule.path else ""
    yield f"Passes{moved}:\n\n{_fence(rule.passing)}"
    for path, text in rule.beside.items():
        yield f"Together with `{path}`:\n\n{_fence(text)}"
    yield _silencing(rule, words)


def _fence(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```\n"


def _silencing(rule: RuleSheet, words: StepWords) -> str:
    ways = [f"- for {where}: `{what}`" for where, what in ways_to_silence(rule, words)]
    return "\n".join(["To silence it:\n", *ways]) if ways else NOT_SILENCED
