"""The rules as Markdown: the documentation of `okr check`."""

from collections.abc import Iterable, Iterator

from okrcli.render.options import RenderOptions
from okrcli.views.rulebook import FIXED, NOT_SILENCED, PROFILES, Rulebook, RuleSheet


def render(book: Rulebook, options: RenderOptions) -> str:
    """Return a table of the rules; explained, a section for each as well."""
    del options
    table = "".join(f"{line}\n" for line in _table(book.rules))
    if not book.explained:
        return table
    return "\n".join([f"# Rules of okr check\n\n{table}", *map(_section, book.rules)])


def _table(rules: Iterable[RuleSheet]) -> Iterator[str]:
    yield f"| Code | Name | {' | '.join(PROFILES)} | Fixed |"
    yield f"|{'---|' * (len(PROFILES) + 3)}"
    for rule in rules:
        severities = " | ".join(rule.severities[profile] for profile in PROFILES)
        yield f"| {rule.code} | {rule.name} | {severities} | {'yes' if rule.fixed else ''} |"


def _section(rule: RuleSheet) -> str:
    return "".join(f"{paragraph}\n" for paragraph in _paragraphs(rule))


def _paragraphs(rule: RuleSheet) -> Iterator[str]:
    severities = ", ".join(f"{rule.severities[profile]} ({profile})" for profile in PROFILES)
    yield f"## {rule.title}\n\n{rule.explanation}\n"
    yield f"Severity: {severities}.{f' {FIXED}' if rule.fixed else ''}\n"
    if rule.source:
        yield f"Source: {rule.source}.\n"
    for path, text in rule.before.items():
        yield f"In an earlier commit, `{path}`:\n\n{_fenced(text)}"
    yield f"Fails, in `{rule.path}`{rule.committed}:\n\n{_fenced(rule.failing)}"
    moved = f", in `{rule.passing_path}`" if rule.passing_path != rule.path else ""
    yield f"Passes{moved}:\n\n{_fenced(rule.passing)}"
    for path, text in rule.beside.items():
        yield f"Beside it, `{path}`:\n\n{_fenced(text)}"
    yield _silencing(rule)


def _fenced(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```\n"


def _silencing(rule: RuleSheet) -> str:
    ways = [f"- for {where}: `{what}`" for where, what in rule.ways_to_silence]
    return "\n".join(["To silence it:\n", *ways]) if ways else NOT_SILENCED
