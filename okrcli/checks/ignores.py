"""The comments in files that silence rules, and E005 for faulty ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.checks import find_codes, nearest_rule
from okrcli.checks.fix import Fix, without
from okrcli.checks.selection import UNSILENCED
from okrcli.model.finding import BAD_IGNORE, Finding, Ignore
from okrcli.model.plan import Plan
from okrcli.next_step import Hint, NextStep, StepKind


class _Silenced(NamedTuple):
    """One name in the brackets of a comment, and the rules it means."""

    name: str
    codes: frozenset[str]


class Comment(NamedTuple):
    """A comment that silences rules, anywhere in a file."""

    path: str
    codes: tuple[str, ...]
    reason: str


class _Covering(NamedTuple):
    """The comments that cover the same lines.

    Attributes:
        comments: The comments by code, with the names that mean it.
        used: The codes that were actually silenced.
    """

    comments: Mapping[str, Sequence[tuple[Ignore, str]]]
    used: set[str]


class Ignores:
    """All comments of a plan's files that silence rules, and which of them were needed."""

    def __init__(self, plan: Plan, trusted: frozenset[Comment] | None = None) -> None:
        self._trusted = trusted
        self._by_path: dict[str, list[tuple[Ignore, tuple[_Silenced, ...]]]] = defaultdict(list)
        self._used: set[tuple[Ignore, str]] = set()
        self._covering: dict[str, Mapping[int, Sequence[_Covering]]] = {}
        for path, source in plan.sources.items():
            for ignore in source.ignores:
                self._by_path[path].append((ignore, tuple(map(_silenced_codes, ignore.codes))))

    def silences(self, finding: Finding) -> bool:
        """Return whether a comment covers *finding*, and remember that it is needed."""
        code, path = finding.rule.code, finding.place.path
        if code in UNSILENCED or path not in self._by_path:
            return False
        if path not in self._covering:
            self._covering[path] = self._by_line(path)
        by_line = self._covering[path]
        covering = [
            ignore for ignore in by_line.get(finding.place.line, ()) if code in ignore.comments
        ]
        for ignore in covering:
            if code not in ignore.used:
                ignore.used.add(code)
                self._used.update(ignore.comments[code])
        return bool(covering)

    def _by_line(self, path: str) -> Mapping[int, Sequence[_Covering]]:
        """Return what covers each line: one for each level of nesting, however many comments."""
        spans: dict[tuple[int, int], dict[str, list[tuple[Ignore, str]]]] = {}
        for ignore, all_silenced in self._by_path[path]:
            comments = spans.setdefault((ignore.first_line, ignore.last_line), defaultdict(list))
            for silenced in all_silenced:
                for code in silenced.codes:
                    if self._is_trusted(ignore, code):
                        comments[code].append((ignore, silenced.name))
        lines: dict[int, list[_Covering]] = defaultdict(list)
        for (first, last), comments in spans.items():
            covering = _Covering(comments, set())
            for line in range(first, last + 1):
                lines[line].append(covering)
        return lines

    def _is_trusted(self, ignore: Ignore, code: str) -> bool:
        """Return whether the comment may silence a rule that compares with an earlier state.

        Only one that existed before may: a change cannot silence what judges it.
        """
        is_past = code.startswith(_HISTORY) and self._trusted is not None
        return not is_past or _comment(ignore) in (self._trusted or ())

    def bad(self, ran: frozenset[str], with_reasons: bool) -> Iterator[Finding]:
        """Find comments that name no rule, silence nothing or, *with_reasons*, lack a reason.

        Args:
            ran: Codes of the rules that ran: only these can be silenced unnecessarily.
            with_reasons: Whether reasons are required, as by profile `strict`.
        """
        for ignores in self._by_path.values():
            for ignore, all_silenced in ignores:
                for silenced in all_silenced:
                    yield from self._bad_name(ignore, silenced, ran)
                if not all_silenced:
                    yield _finding(ignore, "This comment names no rule.", _EXAMPLE)
                elif with_reasons and not ignore.reason:
                    yield _finding(ignore, "This comment gives no reason.", _EXAMPLE)

    def _bad_name(
        self, ignore: Ignore, silenced: _Silenced, ran: frozenset[str]
    ) -> Iterator[Finding]:
        name = silenced.name
        if not silenced.codes:
            near = nearest_rule(name)
            hint = f"Did you mean '{near}'?" if near else NextStep(StepKind.LIST_RULES)
            yield _finding(ignore, f"There is no rule '{name}'.", hint)
        elif silenced.codes <= UNSILENCED:
            message = f"{name} cannot be silenced: what is not read is missing everywhere."
            yield _finding(ignore, message, "Correct what it finds, and delete the comment.")
        elif self._is_stale(ignore, silenced, ran):
            message = f"This comment silences nothing: {name} finds nothing here."
            yield _finding(ignore, message, f"Delete {name} from it.")

    def stale(self, ran: frozenset[str]) -> Iterator[Fix]:
        """Return the comments without the names that silence nothing.

        A check-in is never edited, not even its comments.
        """
        for path, ignores in self._by_path.items():
            for ignore, all_silenced in () if path.startswith(CHECKINS) else ignores:
                stale = (
                    silenced.name
                    for silenced in all_silenced
                    if self._is_stale(ignore, silenced, ran)
                )
                if names := frozenset(stale):
                    yield without(ignore, names)

    def _is_stale(self, ignore: Ignore, silenced: _Silenced, ran: frozenset[str]) -> bool:
        """Return whether a name silenced nothing although all rules that it means ran."""
        is_known = bool(silenced.codes) and not silenced.codes <= UNSILENCED
        looked_for = silenced.codes <= ran | UNSILENCED
        return is_known and looked_for and (ignore, silenced.name) not in self._used


def comments_in(plan: Plan) -> frozenset[Comment]:
    """Return the comments of a plan's files that silence rules."""
    ignores = (ignore for source in plan.sources.values() for ignore in source.ignores)
    return frozenset(map(_comment, ignores))


def silencing_paths(plan: Plan) -> frozenset[str]:
    """Return the files with comments that silence rules."""
    return frozenset(path for path, source in plan.sources.items() if source.ignores)


def _comment(ignore: Ignore) -> Comment:
    return Comment(ignore.place.path, ignore.codes, ignore.reason)


CHECKINS = "checkins/"
_HISTORY = "H"
_EXAMPLE = "Write it as in `# okr: ignore[M202] measured in January`."


def _silenced_codes(name: str) -> _Silenced:
    return _Silenced(name, find_codes(name))


def _finding(ignore: Ignore, message: str, hint: Hint) -> Finding:
    return Finding.of(BAD_IGNORE, ignore.place, message, hint)
