"""Bytes to plain data with a place for every node, in one pass over the parser's events."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable

from ruamel.yaml.error import YAMLError

from okrcli.model.finding import LOSSY_TEXT, YAML_SYNTAX, Finding, Location, RuleId
from okrcli.storage.layout import MAX_BYTES, too_large
from okrcli.storage.yaml.builder import Builder, BuiltData
from okrcli.storage.yaml.document import Document, Places
from okrcli.storage.yaml.events import (
    PARSERS,
    Pull,
    fastest_parser,
    innermost_bracket,
    is_refused_wrongly,
)
from okrcli.storage.yaml.syntax import (
    TOO_MANY_VALUES,
    Problem,
    UnreadableTextError,
    decode,
    explain,
    has_too_many_values,
    never_closed,
    readable_part,
)
from okrcli.storage.yaml.yaml_truncation import cut_texts

_SECTION = "readings"
_SECTION_LINE = f"\n{_SECTION}:\n"
_BULK_OPENING = f'{_SECTION_LINE}  - {{"kpi": "'


def read(path: str, raw: bytes, parser: Callable[[str], Pull] | None = None) -> Document:
    """Return the document of the file *path* with the content *raw*; never raises.

    Args:
        path: Posix path from the workspace's root, for the places of findings.
        raw: The whole content of the file.
        parser: One of `events.PARSERS`; the fastest by default.
    """
    if len(raw) > MAX_BYTES:
        return _unreadable(path, raw[:0], "", Problem(0, *too_large(len(raw))))
    try:
        text = decode(raw)
    except UnreadableTextError as error:
        return _unreadable(path, raw, readable_part(raw), error.problem)
    parser = parser or fastest_parser()
    if has_too_many_values(text):
        return _unreadable(path, raw, "", Problem(0, *TOO_MANY_VALUES))
    return _read_bulk(path, raw, text, parser) or _read_text(path, raw, text, parser)


def _read_bulk(path: str, raw: bytes, text: str, parser: Callable[[str], Pull]) -> Document | None:
    """Return a file that ends with the lines of an import; `None` for any other.

    The parser reads it up to the first of these lines; the others have exactly the same form, so
    they continue the same list.
    """
    found = text.find(_BULK_OPENING)
    if found < 0:
        return None
    # Small workspaces have no such file, and start without what reads them.
    from okrcli.storage.bulk.lines import BulkLines  # noqa: PLC0415
    from okrcli.storage.bulk.places import BulkPlaces  # noqa: PLC0415
    from okrcli.storage.bulk.readings import columns_of  # noqa: PLC0415

    start = found + len(_SECTION_LINE)
    readings = columns_of(text, start)
    stated = readings if readings is not None else BulkLines.of(text, start)
    if stated is None:
        return None
    first = text[: text.index("\n", start) + 1]
    sample, line = _read_text(path, raw, first, parser), BulkLines.of(first, start)
    if sample.findings or line is None or sample.data.get(_SECTION) != line.data():
        return None
    places = BulkPlaces(raw, start, len(stated), sample.places)
    ready = None if readings is None else {**sample.data, _SECTION: readings}
    return Document(path, raw, places, ready=ready)


def _read_text(path: str, raw: bytes, text: str, parser: Callable[[str], Pull]) -> Document:
    builder = Builder(text, parser(text))
    try:
        built = builder.build()
    except UnreadableTextError as error:
        return _unreadable(path, raw, text, error.problem, *builder.problems)
    except YAMLError as error:
        if parser is not PARSERS["python"] and is_refused_wrongly(text, error):
            return _read_text(path, raw, text, PARSERS["python"])
        problem = _find_unclosed(text, parser, error) or explain(text, error)
        return _unreadable(path, raw, text, problem, *builder.problems)
    return _document(path, raw, text, built)


def _find_unclosed(text: str, parser: Callable[[str], Pull], error: YAMLError) -> Problem | None:
    """Return the bracket that is never closed, if that is why the parser stopped.

    The parser itself stops at the next token, which may be many lines below.
    """
    if "quoted scalar" in str(getattr(error, "context", "")):
        return None
    opening = innermost_bracket(parser(text))
    return None if opening is None else never_closed(text, opening)


def _document(path: str, raw: bytes, text: str, built: BuiltData) -> Document:
    places = Places(text, built.data, built.spans)
    document = Document(path, raw, places)
    cut = cut_texts(document) if " #" in text or "\t#" in text else ()
    if not (built.problems or built.doubts or cut):
        return document
    errors = _findings(document, built.problems, YAML_SYNTAX)
    findings = (*errors, *_findings(document, (*built.doubts, *cut), LOSSY_TEXT))
    flawed: dict[Location, list[Finding]] = defaultdict(list)
    for problem, error in zip(built.problems, errors, strict=True):
        flawed[places.root_item_at(problem.inside)].append(error)
    return Document(path, raw, places, findings=findings, flawed=flawed)


def _unreadable(path: str, raw: bytes, text: str, *problems: Problem) -> Document:
    places = Places(text, {}, array("L"))
    document = Document(path, raw, places)
    findings = _findings(document, sorted(problems), YAML_SYNTAX)
    return Document(path, raw, places, readable=False, findings=findings)


def _findings(document: Document, problems: Iterable[Problem], rule: RuleId) -> tuple[Finding, ...]:
    return tuple(
        Finding.of(rule, document.at(problem.offset), problem.message, problem.hint)
        for problem in problems
    )
