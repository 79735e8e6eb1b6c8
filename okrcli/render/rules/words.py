"""How a rule is silenced, in words."""

from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.views.rulebook import RuleSheet

NOT_SILENCED = "This rule cannot be silenced: what cannot be read is missing everywhere else."


def ways_to_silence(rule: RuleSheet, words: StepWords) -> tuple[tuple[str, str], ...]:
    """Return where *rule* can be silenced, and what to write there; none if it cannot be."""
    if not rule.silenced:
        return ()
    some_files = f'rules: {{per_file_ignores: {{"objectives/2025-*/*": [{rule.code}]}}}}'
    return (
        ("one line", f"# okr: ignore[{rule.code}] the reason"),
        ("some files", some_files),
        ("all files, in okr.yaml", f"rules: {{ignore: [{rule.code}]}}"),
        ("one run", words.command(NextStep(StepKind.IGNORE_RULE_ONCE, rule.code))),
    )
