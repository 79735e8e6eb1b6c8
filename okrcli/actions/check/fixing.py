"""`okr check --fix`: the safe fixes, written into the files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from okrcli.checks.fix import Fix, MendIgnore
from okrcli.errors import OkrError
from okrcli.model.finding import SCHEMA, YAML_SYNTAX, Place
from okrcli.model.plan import Plan
from okrcli.storage.files import Write, write_all
from okrcli.storage.layout import inside
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import replace_comment
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.respelling import respell


class FixResult(NamedTuple):
    """What was fixed, and what could not be fixed in place and why; one line each."""

    done: Sequence[str]
    remarks: Sequence[str]


def write_fixes(root: Path, plan: Plan, fixes: Iterable[Fix]) -> FixResult:
    """Write *fixes* into the files that *plan* was read from.

    All files are written or none; what cannot be changed in place is said and left as it is.

    Raises:
        WorkspaceError: A file was changed meanwhile, or cannot be written.
    """
    writes: list[Write] = []
    lines: list[str] = []
    remarks: list[str] = []
    for path, group in _by_path(plan, fixes).items():
        source = plan.sources.get(path)
        if isinstance(source, Document):
            content, done, refused = _apply_fixes(source, group)
            writes += [Write(inside(root, path), content, source.raw)] if done else []
            lines += done
            remarks += refused
    write_all(writes, root)
    return FixResult(lines, remarks)


def _by_path(plan: Plan, fixes: Iterable[Fix]) -> Mapping[str, Sequence[Fix]]:
    by_path: dict[str, list[Fix]] = defaultdict(list)
    partly_read = _partly_read(plan)
    for fix in fixes:
        # What was not read was not judged, so a comment about it only seems to silence nothing.
        if not (isinstance(fix, MendIgnore) and fix.path in partly_read):
            by_path[fix.path].append(fix)
    return by_path


def _partly_read(plan: Plan) -> frozenset[str]:
    wrong = (
        finding.place.path for finding in plan.findings if finding.rule in {YAML_SYNTAX, SCHEMA}
    )
    return plan.unreadable.union(wrong)


def _apply_fixes(source: Document, fixes: Sequence[Fix]) -> tuple[bytes, list[str], list[str]]:
    """Return the file with *fixes*, what was done, and what was refused."""
    document, places, refused = source, [], []
    for fix in sorted(fixes, key=_last_comment_first):
        try:
            content = _apply(document, fix)
        except OkrError as error:
            refused.append(error.sentences)
            continue
        document = read(source.path, content)
        places.append((_place(source, fix), _what_was_done(fix)))
    done = [f"{path}:{at}:{column}: {deed}" for (path, at, column), deed in sorted(places)]
    return document.raw, done, refused


def _last_comment_first(fix: Fix) -> tuple[bool, int]:
    """Order so that no place has moved when its turn comes: comments first, upwards."""
    if isinstance(fix, MendIgnore):
        return False, -fix.ignore.line
    return True, 0


def _apply(document: Document, fix: Fix) -> bytes:
    if isinstance(fix, MendIgnore):
        return replace_comment(document, fix.ignore, fix.comment)
    return respell(document, fix.location, fix.text)


def _place(source: Document, fix: Fix) -> Place:
    return fix.ignore.place if isinstance(fix, MendIgnore) else source.place(fix.location)


def _what_was_done(fix: Fix) -> str:
    if not isinstance(fix, MendIgnore):
        return f"wrote the usual characters in `{fix.location[-1]}`."
    if fix.comment:
        return f"the comment is now `{fix.comment}`."
    return "removed a comment that silenced nothing."
