"""The class of a title, by its leading verb and its numbers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from okrcli.wording.languages.lexicon import Direction, Kind, VerbClass
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.units import CURRENCIES
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.title_context import Reading
from okrcli.wording.titles.frequencies import way_of_frequencies
from okrcli.wording.titles.leading_verb import Lead
from okrcli.wording.titles.verb_shape import NOUN_OR_VERB

Verdict = tuple[VerbClass, Direction | None]

_MONEY: Final = frozenset(CURRENCIES.values())
_LOWER_IS_BETTER: Final = pattern(
    r"\b(?:times?|costs?|churn|latency|errors?|defects?|bugs?|incidents?|complaints?|turnover"
    r"|attrition|bounce|delays?|waiting|downtime|duration|debt|cac|cpa|cpl|mttr|ttr|vulnerabilities"
    r"|expenses?|waste|lead time|cycle time|absenteeism|returns"
    r"|tiempos?|costos?|costes?|errores|error|defectos|quejas|reclamos|reclamaciones|rotacion"
    r"|abandono|latencia|demoras?|retrasos?|gastos?|incidencias|ausentismo|absentismo|duracion"
    r"|morosidad|mermas?|devoluciones|incidentes)\b"
    r"|(?<!\w)(?:врем[яе]\w*|затрат\w*|расход\w*|ошиб\w+|отток\w*|текучест\w+|жалоб\w*|дефект\w*|брак\w*"
    r"|задерж\w+|простои?\w*|себестоимост\w+|длительност\w+|срок\w*|инцидент\w*|баг\w*|стоимост\w+)"
)
_DOWN: Final = pattern(
    r"\b(?:below|under|down|less than|fewer|no more than|menos de|debajo|inferior)\b|[<≤]"
    r"|(?<!\w)(?:ниже|менее|меньше)(?!\w)"
)


def verdict_of(
    lead: Lead | None, reading: Reading, figures: Sequence[Figure], flat: str
) -> Verdict:
    """Return the class and the direction of a title.

    Args:
        lead: The verb that carries the result, if any.
        reading: The reading of its numbers.
        figures: Every number in it.
        flat: The flattened text without the deadline.
    """
    verb_class, direction = _by_verb(lead, reading, figures, flat)
    if direction is None and not figures:
        direction = way_of_frequencies(flat)
    return verb_class, direction


def _by_verb(lead: Lead | None, reading: Reading, figures: Sequence[Figure], flat: str) -> Verdict:
    if lead is None:
        return _verbless(reading, figures, flat)
    if lead.is_noun:
        return _by_noun(lead, reading, figures, flat)
    kind, direction = lead.sense.kind, lead.sense.direction
    if kind in {"reach", "task", "make", "have"} and not figures and _is_more(flat, lead):
        return "vague", None
    if figures and _is_level(lead, reading, flat):
        return "reach", reading.direction
    judge = _JUDGES.get(kind)
    return judge(reading, direction, flat) if judge else (_plain(kind), reading.direction)


_MORE: Final = pattern(
    r"\s+(?:more|better|faster|mas|mejor|mejores|больше|лучше|быстрее|чаще|эффективнее)(?!\w)"
)


def _is_more(flat: str, lead: Lead) -> bool:
    """Tell "sell more" and "больше продавать", which do not say how much more."""
    if _MORE.match(flat, lead.end) or _MORE_BEFORE.search(flat, 0, lead.start):
        return True
    return _MORE_AT_THE_END.search(flat, lead.end) is not None


_MORE_BEFORE: Final = pattern(
    r"(?<!\w)(?:больше|лучше|чаще|быстрее|дешевле|проще|[а-я]{3,}нее)\s+$"
)
_MORE_AT_THE_END: Final = pattern(
    r"(?:\b(?:sooner|faster|quicker|better|earlier|easier|cheaper|smarter|more [a-z]+ly|more often"
    r"|mas (?:rapido|rapida|rapidamente|agil|facil|barato|a menudo|eficientemente"
    r"|[a-z]+mente)|mejor"
    r"|antes|con (?:mayor|mas|menor|mejor) [a-z]+)"
    r"|(?<!\w)(?:быстрее|чаще|лучше|дешевле|проще|раньше|[а-я]{3,}нее))\s*[.!]?\s*$"
)
_SUBJECT: Final = pattern(
    r"(?!need|exceed|speed|feed|embed|proceed|succeed)[a-z]+(?:ing|ed)|[a-zñ]+(?:ar|er|ir)"
    r"|[а-я]+(?:ние|тие|ка|ча)"
)
_IS: Final = pattern(
    r"(?:(?<!and )(?<!to )\b(?:takes?|requires?|costs?|needs?|lasts?|is|are|stays?|arrives?"
    r"|lands?|happens?|occurs?"
    r"|remains?|completes?|ends?|drops?|pass(?:es)?|(?:reach(?:es)?|get|gets|come|comes|leave|leaves"
    r"|clear|clears|ship|ships|close|closes)(?:\s+(?!to\b)[a-z]+){0,2}"
    r"|requieren?|cuestan?|tardan?|toman?|llevan?|duran?|necesitan?|demoran?|quedan?|es|son"
    r"|se mantienen?|llegan?)"
    r"|(?<!\w)(?:занима[ею]т|требу[ею]т|сто[ия]т|дл[ия]тся|проход[ия]т|укладыва[ею]тся|держ[иа]тся))"
    r"\s+(?:(?:in|at|within|under|below|no|only|less|more|fewer|than|over|an?|about|at least"
    r"|at most"
    r"|up to|menos|mas|de|como maximo|al menos|en|no|un|не|более|менее|меньше|больше|чем|до|в"
    r"|за)\s+)*"
    r"[<>≥≤~]?\s*[$€£]?\d"
)


def _is_level(lead: Lead, reading: Reading, flat: str) -> bool:
    """Tell whether the number is a level to reach or keep, whatever the leading word is."""
    if lead.is_unknown and reading.bare and reading.unit == "%":
        return True
    return lead.sense.kind in {"reach", "task"} and _is_about_its_subject(flat, lead)


def _is_about_its_subject(flat: str, lead: Lead) -> bool:
    """Tell "installing it takes 2 minutes", a state that is wanted, from "installing 2 agents"."""
    word = flat[lead.start : lead.end].partition(" ")[0]
    is_subject = word in NOUN_OR_VERB or _SUBJECT.fullmatch(word) is not None
    return is_subject and _IS.search(flat, lead.end) is not None


def _plain(kind: Kind) -> VerbClass:
    if kind in {"change", "reach", "keep", "task", "vague"}:
        return kind
    return "none"


def _verbless(reading: Reading, figures: Sequence[Figure], flat: str) -> Verdict:
    if reading.paired or (reading.by is not None and reading.to is None):
        return "change", reading.direction
    amount = None if figures else _COMPARED.match(flat)
    if amount:
        return "change", ("decrease" if amount[1] else "increase")
    stated = bool(figures) or _EVERYONE.match(flat) is not None
    return ("reach" if stated else "none"), reading.direction


_COMPARED: Final = pattern(
    r"\s*(?:(?:more|higher|mas|mayor(?:es)?|больше)|(fewer|less|lower|menos|menor(?:es)?|меньше))\s+\w"
)
_EVERYONE: Final = pattern(
    r"\s*(?:que\s+|that\s+|чтобы\s+)?(?:all|every|each|no|nobody|everyone|todos?|todas?|cada|ningun\w*|nadie|все|всех|кажд\w+"
    r"|ни од\w+)\s"
)


def _by_noun(lead: Lead, reading: Reading, figures: Sequence[Figure], flat: str) -> Verdict:
    if not figures:
        return "none", None
    if lead.sense.kind == "task" and _is_about_its_subject(flat, lead):
        return "reach", reading.direction
    return _plain(lead.sense.kind), reading.direction or lead.sense.direction


def _change(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # every judge is asked alike
    return "change", direction or reading.direction


def _raise(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    if reading.bare and reading.to is not None:
        return "reach", reading.direction
    return "change", direction


def _keep(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    return "keep", "maintain"


def _vague(reading: Reading, direction: Direction | None, flat: str) -> Verdict:
    if reading.at is None and reading.by is None:
        return "vague", None
    if reading.bare:
        return "task", reading.direction
    return "change", reading.direction or _improving(direction, flat)


def _improving(direction: Direction | None, flat: str) -> Direction | None:
    """Return the direction of *improve*: a time or a cost improves by going down."""
    if _LOWER_IS_BETTER.search(flat):
        return "decrease"
    return direction


def _task(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    if reading.unit in _MONEY and reading.bare:
        return "reach", reading.direction
    if reading.by is not None and reading.to is None and reading.direction:
        return "change", reading.direction
    return "task", reading.direction


def _shift(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    if reading.paired or reading.by is not None:
        return "change", reading.direction
    if reading.to is not None and not reading.bare:
        return "change", reading.direction or ("decrease" if _DOWN.search(flat) else None)
    return "task", reading.direction


def _drive(reading: Reading, direction: Direction | None, flat: str) -> Verdict:
    if reading.at is None:
        return "vague", None
    if reading.paired or reading.by is not None:
        return "change", reading.direction or _improving(direction, flat)
    down = reading.from_ is None and _DOWN.search(flat) is not None
    return ("change", "decrease") if down else ("reach", reading.direction)


def _make(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    if reading.at is not None or (flat.startswith(_RUSSIAN_MAKE) and not _BECOMES.search(flat)):
        return "task", reading.direction
    return "vague", None


_RUSSIAN_MAKE: Final = ("сдела", "дела")
_BECOMES: Final = pattern(
    r"(?<!\w)(?:\w+(?:ее|ым|ыми|ой)|более|больше|лучше|проще|дешевле|чаще)(?!\w)"
)


def _have(reading: Reading, direction: Direction | None, flat: str) -> Verdict:  # noqa: ARG001  # as above
    return ("none" if reading.at is None else "reach"), reading.direction


_JUDGES: Final[Mapping[Kind, Callable[[Reading, Direction | None, str], Verdict]]] = {
    "change": _change,
    "raise": _raise,
    "keep": _keep,
    "vague": _vague,
    "task": _task,
    "shift": _shift,
    "drive": _drive,
    "make": _make,
    "have": _have,
}
