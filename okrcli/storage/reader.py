"""Bytes to plain data with a place for every node, in one pass over the parser's events."""

from array import array
from collections.abc import Callable, Iterable

from ruamel.yaml.error import YAMLError

from okrcli.model.finding import LOSSY_TEXT, YAML_SYNTAX, Finding, RuleId
from okrcli.storage.builder import Builder, Built
from okrcli.storage.document import Document, Places
from okrcli.storage.events import PARSERS, Pull, fastest_parser, is_refused_wrongly
from okrcli.storage.layout import MAX_BYTES, too_large
from okrcli.storage.lossy import cut_texts
from okrcli.storage.syntax import Problem, UnreadableTextError, decoded, explained, readable_part


def read(path: str, raw: bytes, parser: Callable[[str], Pull] | None = None) -> Document:
    """Return what the file *path* with the content *raw* holds; never raises.

    Args:
        path: Posix path from the workspace's root, for the places of findings.
        raw: All of the file.
        parser: One of `events.PARSERS`; the fastest by default.
    """
    if len(raw) > MAX_BYTES:
        return _unreadable(path, raw[:0], "", Problem(0, *too_large(len(raw))))
    try:
        text = decoded(raw)
    except UnreadableTextError as error:
        return _unreadable(path, raw, readable_part(raw), error.problem)
    return _read_text(path, raw, text, parser or fastest_parser())


def _read_text(path: str, raw: bytes, text: str, parser: Callable[[str], Pull]) -> Document:
    builder = Builder(text, parser(text))
    try:
        built = builder.build()
    except UnreadableTextError as error:
        return _unreadable(path, raw, text, error.problem, *builder.problems)
    except YAMLError as error:
        if parser is not PARSERS["python"] and is_refused_wrongly(text, error):
            return _read_text(path, raw, text, PARSERS["python"])
        return _unreadable(path, raw, text, explained(text, error), *builder.problems)
    return _document(path, raw, text, built)


def _document(path: str, raw: bytes, text: str, built: Built) -> Document:
    places = Places(text, built.data, built.spans)
    document = Document(path, raw, text, built.data, places)
    cut = cut_texts(document) if " #" in text or "\t#" in text else ()
    if not (built.problems or built.doubts or cut):
        return document
    findings = (
        *_findings(document, built.problems, YAML_SYNTAX),
        *_findings(document, (*built.doubts, *cut), LOSSY_TEXT),
    )
    return Document(path, raw, text, built.data, places, findings=findings)


def _unreadable(path: str, raw: bytes, text: str, *problems: Problem) -> Document:
    places = Places(text, {}, array("L"))
    document = Document(path, raw, text, {}, places)
    findings = _findings(document, sorted(problems), YAML_SYNTAX)
    return Document(path, raw, text, {}, places, readable=False, findings=findings)


def _findings(document: Document, problems: Iterable[Problem], rule: RuleId) -> tuple[Finding, ...]:
    return tuple(
        Finding.of(rule, document.at(each.offset), each.message, each.hint) for each in problems
    )
