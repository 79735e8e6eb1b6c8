"""A title, read: what its verb does, from where, to where, by how much, until when."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from okrcli.wording.languages.language import detect_flattened
from okrcli.wording.languages.lexicon import (
    Direction,
    Language,
    Lexicon,
    Sense,
    VerbClass,
    VerbGroup,
    Vocabulary,
)
from okrcli.wording.letters import LONGEST_TITLE, compose, flatten
from okrcli.wording.numbers.amounts import times
from okrcli.wording.numbers.figures import Figure, find_figures
from okrcli.wording.numbers.names import hide_names
from okrcli.wording.numbers.number_roles import read_figures
from okrcli.wording.titles.compound import is_compound
from okrcli.wording.titles.deadline import find_deadlines
from okrcli.wording.titles.leading_verb import Lead, find_lead
from okrcli.wording.titles.phrases import (
    Span,
    find_factor,
    find_phrases,
    has_placeholder,
    says_half,
)
from okrcli.wording.titles.result_verb import find_carrier
from okrcli.wording.titles.title_context import ByKind, Reading, Scene
from okrcli.wording.titles.verdict import verdict_of

JsonValue = str | int | float | bool | None
_WORD: Final = re.compile(r"[^\W\d_]+")
DEFAULT_LEXICON: Final = Lexicon()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is read in a title. Whatever it does not say for certain is `None`.

    Attributes:
        text: The title, each letter and its accent as one character.
        lang: The language it is read in.
        verb_class: What the verb that carries the result does.
        direction: What the sentence says, by a verb of change or by from and to.
        from_: The baseline.
        to: The target, or how many.
        by: How much it changes, never below 0: `direction` is its sign.
        by_kind: What `by` is a share of, when it is one.
        unit: Of `from_` and `to`, else of `by`, as the tables in `units` spell it.
        factor: 2 in "double" and "2x", where `by` is derived from it.
        deadline: The words that say until when.
        has_number: Whether there is a quantity other than the deadline and names.
        placeholder: Whether something is still to be filled in.
        compound: Whether there is more than one result in it.
        verb: The leading verb.
        verb_group: Its own word group, whatever verb carries the result: *task* in "launch a bot to
            cut the wait by 20 %", whose `verb_class` is *change*.
        weasels: Words that cannot be checked.
        vanities: Measures that flatter.
    """

    text: str
    lang: Language
    verb_class: VerbClass = "none"
    direction: Direction | None = None
    from_: Decimal | None = None
    to: Decimal | None = None
    by: Decimal | None = None
    by_kind: ByKind | None = None
    unit: str | None = None
    factor: Decimal | None = None
    deadline: str | None = None
    has_number: bool = False
    placeholder: bool = False
    compound: bool = False
    verb: Span | None = None
    verb_group: VerbGroup | None = None
    weasels: tuple[Span, ...] = ()
    vanities: tuple[Span, ...] = ()

    def as_json(self) -> dict[str, JsonValue]:
        """Return what `okr read` shows, with numbers as JSON has them."""
        return {
            "lang": self.lang,
            "verb_class": self.verb_class,
            "direction": self.direction,
            "from": _number(self.from_),
            "to": _number(self.to),
            "by": _number(self.by),
            "by_kind": self.by_kind,
            "unit": self.unit,
            "deadline": self.deadline,
            "has_number": self.has_number,
            "placeholder": self.placeholder,
            "compound": self.compound,
        }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def read_statement(
    text: str, language: Language | None = None, lexicon: Lexicon = DEFAULT_LEXICON
) -> Statement:
    """Read a title.

    Args:
        text: An objective or a key result, as people write it.
        language: Its language, where it is known.
        lexicon: The word groups, with a workspace's own.
    """
    whole = compose(text)
    composed = whole[:LONGEST_TITLE]
    flat = flatten(composed)
    lang = language or detect_flattened(composed, flat)
    vocabulary = lexicon.vocabulary(lang)
    deadlines = list(find_deadlines(flat, lang))
    undated = _blank(flat, deadlines)
    words = frozenset(_WORD.findall(flat))
    figures = find_figures(hide_names(undated, words), composed, words, lang)
    lead = find_lead(undated, vocabulary, lang)
    verb = find_carrier(undated, figures, lead, vocabulary, lang) or lead
    scene = _scene(undated, verb, vocabulary, lang)
    reading = _read(figures, verb, scene)
    verb_class, direction = verdict_of(verb, reading, figures, undated)
    return Statement(
        text=whole,
        lang=lang,
        verb_class=verb_class,
        direction=direction,
        from_=reading.from_,
        to=reading.to,
        by=reading.by,
        by_kind=reading.by_kind,
        unit=reading.unit,
        factor=reading.factor,
        deadline=composed[slice(*deadlines[0])].strip(" ,;:()–-") if deadlines else None,
        has_number=bool(figures) or reading.factor is not None,
        placeholder=has_placeholder(composed, flat, words, lang, vocabulary),
        compound=is_compound(scene, words, figures, lead, reading),
        verb=Span(lead.start, lead.end, composed[lead.start : lead.end]) if lead else None,
        verb_group=lead.sense.group if lead else None,
        weasels=find_phrases(composed, flat, words, vocabulary.weasels),
        vanities=find_phrases(composed, flat, words, vocabulary.vanities),
    )


def _blank(flat: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        flat = f"{flat[:start]}{' ' * (end - start)}{flat[end:]}"
    return flat


def _scene(flat: str, verb: Lead | None, vocabulary: Vocabulary, language: Language) -> Scene:
    return Scene(
        flat=flat,
        language=language,
        vocabulary=vocabulary,
        kind=verb.sense.kind if verb else None,
        direction=verb.sense.direction if verb else None,
        verb_end=verb.end if verb else 0,
        multiplies=verb is not None and verb.sense.factor == 1,
    )


def _read(figures: list[Figure], verb: Lead | None, scene: Scene) -> Reading:
    reading = read_figures(figures, scene) if figures else Reading()
    if verb is not None and verb.sense.kind == "change" and reading.at is None:
        return _in_words(verb.sense, scene.flat) or reading
    return reading


def _in_words(sense: Sense, flat: str) -> Reading | None:
    """Return the change in "double", "втрое", "by half"."""
    factor = sense.factor or find_factor(flat)
    if factor > 1:
        by = times(Decimal(factor), sense.direction)
        kind: ByKind | None = "relative" if by is not None else None
        return Reading(by=by, by_kind=kind, unit="%", factor=Decimal(factor))
    if says_half(flat):
        return Reading(by=Decimal(50), by_kind="relative", unit="%", factor=Decimal("0.5"))
    return None
