"""Reads a title: its verb, baseline, target, change and deadline."""

import re
from collections.abc import Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from okrcli.frozen import frozen_dataclass
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
from okrcli.wording.letters import LONGEST_TITLE, compose, flatten, in_one_script, single_spaced
from okrcli.wording.numbers.attributes import hide_attributes
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.names import hide_names
from okrcli.wording.numbers.periods import Period
from okrcli.wording.numbers.quantities import find_quantities
from okrcli.wording.roles.bounds import Bound
from okrcli.wording.roles.hours import without_hours_of_day
from okrcli.wording.roles.reading import NOTHING_CONSIDERED, Considered, read_figures, times
from okrcli.wording.roles.title_context import ByKind, Doubt, Reading, TitleContext
from okrcli.wording.titles.baseline_words import find_baseline_in_words
from okrcli.wording.titles.compound import is_compound
from okrcli.wording.titles.deadline import find_deadlines
from okrcli.wording.titles.due import day_meant
from okrcli.wording.titles.leading_verb import Lead, find_lead
from okrcli.wording.titles.phrases import (
    Span,
    find_phrases,
    find_weasels,
    has_placeholder,
)
from okrcli.wording.titles.result_verb import find_carrier
from okrcli.wording.titles.verdict import verdict_of

JsonValue = str | int | float | bool | list[int | float | None] | None
_WORD: Final = re.compile(r"[^\W\d_]+")
DEFAULT_LEXICON: Final = Lexicon()


@frozen_dataclass
class Statement:
    """The reading of a title. Whatever is not certain is `None`.

    Attributes:
        text: The title, each letter and its accent as one character.
        lang: The language it is read in.
        verb_class: The class of the verb that carries the result.
        direction: The direction, by a verb of change or by baseline and target.
        from_: The baseline.
        to: The target, or the number of things.
        by: The amount of change, never below 0: `direction` is its sign.
        by_kind: What `by` is a share of, if it is one.
        unit: The unit of `from_` and `to`, otherwise of `by`, as the tables in `units` spell it.
        bound: Whether `to`, otherwise `by`, is a lower or an upper bound.
        range: Both ends of a target that is a range; `to` is `None` then.
        factor: 2 in "double" and "2x", where `by` is derived from it.
        per: The period of a rate: *week* in "5 a week".
        baseline_in_words: The baseline in words, if it is not a number: "monthly".
        deadline: The words that state the deadline.
        deadline_date: The day that they mean, if a day to count from is known.
        doubt: Why no number is used, although there are some.
        considered: The quantities, and the roles that were considered for them.
        has_number: Whether there is a quantity apart from the deadline and names.
        placeholder: Whether something is still to be filled in.
        compound: Whether it states more than one result.
        verb: The leading verb.
        verb_meant: The verb that the leading one misspells by one letter, if it is not another
            word.
        verb_group: The leading verb's own word group, whichever verb carries the result: *task* in
            "launch a bot to cut the wait by 20 %", whose `verb_class` is *change*.
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
    bound: Bound | None = None
    range: tuple[Decimal, Decimal] | None = None
    factor: Decimal | None = None
    per: Period | None = None
    baseline_in_words: str | None = None
    deadline: str | None = None
    deadline_date: date | None = None
    doubt: Doubt | None = None
    has_number: bool = False
    placeholder: bool = False
    compound: bool = False
    verb: Span | None = None
    verb_meant: str | None = None
    verb_group: VerbGroup | None = None
    weasels: tuple[Span, ...] = ()
    vanities: tuple[Span, ...] = ()
    considered: Considered = field(default=NOTHING_CONSIDERED, compare=False, repr=False)

    @cached_property
    def flat(self) -> str:
        """The text, flattened: each character stays in its place."""
        return flatten(self.text)

    def as_json(self) -> dict[str, JsonValue]:
        """Return the reading as JSON data."""
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
            "bound": self.bound,
            "range": None if self.range is None else [_number(end) for end in self.range],
            "factor": _number(self.factor),
            "per": self.per,
            "baseline_in_words": self.baseline_in_words,
            "deadline_date": self.deadline_date.isoformat() if self.deadline_date else None,
            "doubt": self.doubt,
        }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def read_statement(
    text: str,
    language: Language | None = None,
    lexicon: Lexicon = DEFAULT_LEXICON,
    today: date | None = None,
) -> Statement:
    """Read a title.

    Args:
        text: An objective or a key result, as people write it.
        language: Its language, if known.
        lexicon: The word groups, with a workspace's own.
        today: The day from which deadlines are counted; without it only full dates are read.
    """
    whole = compose(text)
    composed, places = single_spaced(whole[:LONGEST_TITLE])
    flat = flatten(composed)
    lang = language or detect_flattened(composed, flat)
    if lang == "ru":
        flat = in_one_script(flat)
    vocabulary = lexicon.vocabulary(lang)
    deadlines = list(find_deadlines(flat, lang))
    undated = _blank(flat, deadlines)
    deadline = composed[slice(*deadlines[0])].strip(" ,;:()–-") if deadlines else None
    words = frozenset(_WORD.findall(flat))
    numbered = hide_attributes(hide_names(undated, words, composed))
    figures = find_quantities(numbered, composed, words, lang)
    lead = find_lead(undated, vocabulary, lang)
    verb = find_carrier(undated, figures, lead, vocabulary, lang) or lead
    context = _context_of(undated, verb, vocabulary, lang)
    figures = without_hours_of_day(figures, context)
    reading, considered = _read(figures, verb, context)
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
        bound=reading.bound,
        range=reading.range,
        factor=reading.factor,
        per=reading.per,
        baseline_in_words=find_baseline_in_words(composed, flat, reading),
        deadline=deadline,
        deadline_date=day_meant(deadline, lang, today) if deadline else None,
        doubt=reading.doubt,
        considered=considered,
        has_number=bool(figures) or reading.factor is not None,
        placeholder=has_placeholder(composed, flat, words, lang, vocabulary),
        compound=is_compound(context, words, figures, lead, reading),
        verb=_span(lead.start, lead.end, whole, places) if lead else None,
        verb_meant=lead.meant if lead else None,
        verb_group=lead.sense.group if lead else None,
        weasels=tuple(
            _span(span.start, span.end, whole, places)
            for span in find_weasels(composed, flat, words, vocabulary.weasels)
        ),
        vanities=tuple(
            _span(span.start, span.end, whole, places)
            for span in find_phrases(composed, flat, words, vocabulary.vanities)
        ),
    )


def _span(start: int, end: int, whole: str, places: Sequence[int]) -> Span:
    """Return a span of the single-spaced title as a span of the original title."""
    first, last = places[start], places[end - 1] + 1
    return Span(first, last, whole[first:last])


def _blank(flat: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        flat = f"{flat[:start]}{' ' * (end - start)}{flat[end:]}"
    return flat


def _context_of(
    flat: str, verb: Lead | None, vocabulary: Vocabulary, language: Language
) -> TitleContext:
    return TitleContext(
        flat=flat,
        language=language,
        vocabulary=vocabulary,
        kind=verb.sense.kind if verb else None,
        direction=verb.sense.direction if verb else None,
        verb_end=verb.end if verb else 0,
        multiplies=verb is not None and verb.sense.factor == 1,
        speeds=verb is not None and verb.sense.speeds,
        rivals=verb is not None
        and verb.sense.group == "reach"
        and verb.sense.direction is not None,
    )


def _read(
    figures: list[Figure], verb: Lead | None, context: TitleContext
) -> tuple[Reading, Considered]:
    if figures:
        reading, considered = read_figures(figures, context)
    else:
        reading, considered = Reading(), NOTHING_CONSIDERED
    if verb is not None and verb.sense.kind == "change" and reading.at is None:
        reading = _in_words(verb.sense) or reading
    return reading, considered


def _in_words(sense: Sense) -> Reading | None:
    """Return the change in the verb itself: "double", "удвоить"."""
    factor = sense.factor
    if factor > 1:
        by = times(Decimal(factor), sense.direction)
        kind: ByKind | None = "relative" if by is not None else None
        return Reading(by=by, by_kind=kind, unit="%", factor=Decimal(factor))
    return None
