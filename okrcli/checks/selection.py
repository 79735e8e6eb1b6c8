"""Which rules apply where, and how severe their findings are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from fnmatch import fnmatchcase
from types import MappingProxyType

from okrcli.checks import RULE_NAMES, RULES, codes_named, find_codes
from okrcli.checks.rule import Rule
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import LINK, SCHEMA, YAML_SYNTAX, Finding, Severity, Silencer
from okrcli.model.plan import Plan
from okrcli.model.settings import Profile

UNSILENCED = frozenset({YAML_SYNTAX.code, SCHEMA.code, LINK.code})
"""Rules that cannot be ignored: a record that could not be read is missing everywhere else."""

PerFileIgnores = Mapping[str, Sequence[str]]
"""Names of rules by a pattern of the paths where they do not apply."""

NOTHING: PerFileIgnores = MappingProxyType({})

_Lookup = Callable[[str], frozenset[str]]
_PerFile = tuple[str, frozenset[str], Silencer]


@frozen_dataclass
class Selection:
    """The rules that apply to a plan.

    Attributes:
        codes: The codes of the rules that apply.
        left_out: The codes of rules that are ignored, each with what ignores it.
        severities: The severities set in okr.yaml, by code.
        per_file: Patterns of paths, each with the codes that do not apply there, and where that is
            set.
        drafts: Paths of draft objectives and KPIs, which are judged with profile `draft`.
    """

    codes: frozenset[str]
    left_out: Mapping[str, Silencer]
    profile: Profile
    severities: Mapping[str, Severity]
    per_file: tuple[_PerFile, ...]
    drafts: frozenset[str]
    _in_file: dict[str, Mapping[str, Silencer]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(
        cls,
        plan: Plan,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        per_file_ignores: PerFileIgnores = NOTHING,
    ) -> "Selection":
        """Return the rules that okr.yaml selects, or *select* instead, without *ignore*.

        Args:
            plan: The plan, with its settings.
            select: Names of rules.
            ignore: Names of rules.
            per_file_ignores: Names of rules by a pattern of paths, in addition to those of
                okr.yaml.

        Raises:
            UsageError: Something names no rule.
        """
        return cls._of(plan, codes_named, select, ignore, per_file_ignores)

    @classmethod
    def lenient(cls, plan: Plan) -> "Selection":
        """Return the rules that okr.yaml selects, skipping names that are not rules."""
        return cls._of(plan, find_codes)

    @classmethod
    def _of(
        cls,
        plan: Plan,
        lookup: _Lookup,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        per_file_ignores: PerFileIgnores = NOTHING,
    ) -> "Selection":
        def codes(names: Iterable[str]) -> frozenset[str]:
            return frozenset(code for name in names for code in lookup(name))

        def per_file(ignores: PerFileIgnores, silencer: Silencer) -> Iterator[_PerFile]:
            for pattern, names in ignores.items():
                yield pattern, codes(names) - UNSILENCED, silencer

        settings = plan.settings.rules
        asked = codes(select) or frozenset(RULE_NAMES)
        wanted = asked
        if not select:
            chosen = codes(settings.select) if settings.select else asked
            wanted = (chosen - codes(settings.ignore)) | UNSILENCED
        applied = (wanted - codes(ignore)) | UNSILENCED
        return cls(
            codes=applied,
            left_out={
                code: Silencer.OPTIONS if code in wanted else Silencer.SETTINGS
                for code in asked - applied
            },
            profile=settings.profile,
            severities={
                code: Severity(severity)
                for name, severity in settings.severity.items()
                for code in lookup(name)
            },
            per_file=(
                *per_file(settings.per_file_ignores, Silencer.SETTINGS),
                *per_file(per_file_ignores, Silencer.OPTIONS),
            ),
            drafts=frozenset(_drafts_of(plan)),
        )

    def rules(self, letters: str = "") -> tuple[Rule, ...]:
        """Return the rules that apply, only those of *letters* if given."""
        return tuple(
            RULES[code]
            for code in RULE_NAMES
            if code in self.codes and (not letters or code[0] in letters)
        )

    def left_out_rules(self) -> tuple[Rule, ...]:
        """Return the rules whose findings are counted and not shown."""
        return tuple(RULES[code] for code in RULE_NAMES if code in self.left_out)

    def silencer_of(self, finding: Finding) -> Silencer | None:
        """Return what silences the finding's rule in its file; `None` if the rule applies."""
        code, path = finding.rule.code, finding.place.path
        if path not in self._in_file:
            self._in_file[path] = self._silencers_in(path)
        return self.left_out.get(code) or self._in_file[path].get(code)

    def _silencers_in(self, path: str) -> Mapping[str, Silencer]:
        """Return what silences rules in the file at *path*, by their codes."""
        matching = [pair for pair in self.per_file if fnmatchcase(path, pair[0])]
        # What stands first decides, so it is written last.
        return {code: silencer for _, codes, silencer in reversed(matching) for code in codes}

    def with_severity(self, finding: Finding) -> Finding:
        """Return the finding with the severity that applies here."""
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
        # What was agreed is not taken back by calling it a draft.
        if finding.place.path in self.drafts and code[0] not in "EH":
            return _at_most_warning(severity)
        return severity

    def _by_profile(self, finding: Finding) -> Severity:
        if self.profile == "draft":
            return _at_most_warning(finding.severity)
        is_milder = finding.severity is not finding.rule.severity
        if self.profile == "strict" and not is_milder:
            return RULES[finding.rule.code].in_strict or finding.severity
        return finding.severity


def _drafts_of(plan: Plan) -> Iterator[str]:
    yield from (objective.path for objective in plan.objectives if objective.status == "draft")
    yield from (kpi.path for kpi in plan.kpis if kpi.status == "draft")


def _at_most_warning(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else severity
