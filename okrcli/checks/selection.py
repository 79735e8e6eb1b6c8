"""Which rules apply where, and how severe their findings are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from okrcli.checks import RULE_NAMES, RULES, codes_named, find_codes
from okrcli.checks.rule import Rule
from okrcli.model.finding import SCHEMA, YAML_SYNTAX, Finding, Severity
from okrcli.model.plan import Plan
from okrcli.model.settings import Profile

UNSILENCED = frozenset({YAML_SYNTAX.code, SCHEMA.code})
"""What is always found: a record that could not be read is missing from all other answers."""

_Lookup = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class Selection:
    """The rules that apply to a plan.

    Attributes:
        codes: Of the rules that apply.
        severities: Those that the settings decide, by code.
        per_file: Patterns of paths, each with the codes that do not apply there.
        drafts: Paths of draft objectives, which are read with profile `draft`.
    """

    codes: frozenset[str]
    profile: Profile
    severities: Mapping[str, Severity]
    per_file: tuple[tuple[str, frozenset[str]], ...]
    drafts: frozenset[str]

    @classmethod
    def of(cls, plan: Plan, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Selection":
        """Return what okr.yaml selects, or instead *select*, without *ignore*.

        Raises:
            UsageError: Something names no rule.
        """
        return cls._of(plan, codes_named, select, ignore)

    @classmethod
    def lenient(cls, plan: Plan) -> "Selection":
        """Return what okr.yaml selects; what names no rule there is passed over."""
        return cls._of(plan, find_codes)

    @classmethod
    def _of(
        cls, plan: Plan, lookup: _Lookup, select: Sequence[str] = (), ignore: Sequence[str] = ()
    ) -> "Selection":
        def codes(names: Iterable[str]) -> frozenset[str]:
            return frozenset(code for name in names for code in lookup(name))

        settings = plan.settings.rules
        wanted = codes(select) if select else codes(settings.select) - codes(settings.ignore)
        if not select and not settings.select:
            wanted = frozenset(RULE_NAMES) - codes(settings.ignore)
        return cls(
            codes=(wanted - codes(ignore)) | UNSILENCED,
            profile=settings.profile,
            severities={
                code: Severity(severity)
                for name, severity in settings.severity.items()
                for code in lookup(name)
            },
            per_file=tuple(
                (pattern, codes(names) - UNSILENCED)
                for pattern, names in settings.per_file_ignores.items()
            ),
            drafts=frozenset(each.path for each in plan.objectives if each.status == "draft"),
        )

    def rules(self, letters: str = "") -> tuple[Rule, ...]:
        """Return the rules that apply, of *letters* alone when there are any."""
        return tuple(
            RULES[code]
            for code in RULE_NAMES
            if code in self.codes and (not letters or code[0] in letters)
        )

    def covers(self, finding: Finding) -> bool:
        """Return whether the finding's rule applies in its file."""
        code = finding.rule.code
        return code in self.codes and not any(
            code in codes and fnmatchcase(finding.place.path, pattern)
            for pattern, codes in self.per_file
        )

    def judged(self, finding: Finding) -> Finding:
        """Return the finding with the severity that it has here."""
        severity = self._severity(finding)
        return finding if severity is finding.severity else replace(finding, severity=severity)

    def _severity(self, finding: Finding) -> Severity:
        code = finding.rule.code
        if code in UNSILENCED:
            return finding.severity
        is_structure = code[0] == "E"
        severity = self.severities.get(code)
        if severity is None:
            severity = finding.severity if is_structure else self._by_profile(finding)
        if finding.place.path in self.drafts and not is_structure:
            return _at_most_warning(severity)
        return severity

    def _by_profile(self, finding: Finding) -> Severity:
        if self.profile == "draft":
            return _at_most_warning(finding.severity)
        is_milder = finding.severity is not finding.rule.severity
        if self.profile == "strict" and RULES[finding.rule.code].raised and not is_milder:
            return Severity.ERROR
        return finding.severity


def _at_most_warning(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else severity
