"""Parts of a whole: a share in "3 out of 4 trials convert", a count in "win 3 of the 5 tenders"."""

from collections.abc import Sequence
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.shares import in_percent
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.title_context import TitleContext

_IDIOMATIC: Final = frozenset({2, 3, 4, 5, 10, 100})
"""Wholes that people use to state a share; the others are mostly real numbers of things."""

_SMALL: Final = 10
_SHARES: Final = pattern(
    r"\b(?:share|proportion|percentage|proporcion|porcentaje)\b|(?<!\w)(?:дол[яюеи]|процент)(?!\w)"
)
_OF_TWENTY: Final = frozenset({1, 19})
_SCORES: Final = pattern(
    r"\b(?:e?nps|csat|ces|scores?|rat(?:ed?|ings?)|grades?|index|stars?|points?|satisfaction"
    r"|happiness|confidence|indice|puntua\w+|califica\w+|valora\w+|nota|notas|estrellas|puntos"
    r"|satisfaccion)\b|(?<!\w)(?:рейтинг|индекс|оцен|балл|удовлетвор|звезд)"
)
_MANY_THINGS: Final = pattern(
    r"\b(?:customers|clients|users|people|visitors|employees|accounts|trials|leads|deals|orders"
    r"|tickets|calls|requests|invoices|deliveries|releases"
    r"|clientes|usuarios|personas|visitantes|empleados|cuentas|pruebas|pedidos|llamadas|facturas"
    r"|entregas|solicitudes)\b|(?<!\w)(?:клиент|пользовател|сотрудник|заказ|заявк|звонк|сделк|счет)"
)
_CLAUSE_BEGINS: Final = pattern(
    r"(?:^|\b(?:that|so|que|ensure)|(?<!\w)(?:чтобы|что)|[:–—-])\s*"
    r"(?:(?:at least|at most|no more than|no fewer than|no less than|more than|over|about"
    r"|al menos|por lo menos|como minimo|mas de|no mas de"
    r"|не менее|не меньше|минимум|хотя бы|более|не более)\s+)?$"
)
_KNOWN_THINGS: Final = pattern(
    r"\s+(?:(?:our|nuestr\w+|наш\w+)(?!\w)|(?:[a-z]+\s){0,2}(?:largest|biggest|top|key|main|open"
    r"|planned|remaining)\b|(?:\w+\s){0,2}(?:principales|mayores|abiert\w+|restantes)\b"
    r"|(?:\w+\s){0,2}(?:крупнейш|основн|ключев|оставш|запланирован)\w+)"
)


def with_parts_of_wholes(figures: Sequence[Figure], context: TitleContext) -> Sequence[Figure]:
    """Return *figures* with each part of a whole as a share, a count, or as neither for certain."""
    if all(figure.whole is None for figure in figures):
        return figures
    beside_a_share = any(figure.unit == "%" for figure in figures)
    return [_part(figure, context, beside_a_share=beside_a_share) for figure in figures]


def _part(figure: Figure, context: TitleContext, *, beside_a_share: bool) -> Figure:
    whole = figure.whole
    if whole is None or figure.value is None or figure.unit not in {None, "count"}:
        return figure
    is_subject = _CLAUSE_BEGINS.search(context.flat, 0, figure.start) is not None
    is_share = _SHARES.search(context.flat) is not None
    if not is_share and not _counts_things(figure, context, is_subject=is_subject):
        return figure
    percent = in_percent(int(figure.value), whole)
    exact = percent == percent.to_integral_value()
    if is_share or (exact and (beside_a_share or is_subject)):
        return figure._replace(value=percent, unit="%", kind="share", counts=False)
    in_each = " in " in context.flat[figure.start : figure.end + len(" in ")]
    is_object = context.is_object(figure) and not is_subject
    if in_each and is_object and not _MANY_THINGS.search(context.flat):  # launch 3 in 5 markets
        return figure
    return figure._replace(value=None, kind="part or count")


def _counts_things(figure: Figure, context: TitleContext, *, is_subject: bool) -> bool:
    """Tell "3 of 4 trials" from a score of 4 out of 5, and from 3 of 5 known things."""
    nearly_none_or_all = figure.whole == 20 and figure.value in _OF_TWENTY
    is_small = is_subject and (figure.whole or 0) <= _SMALL
    if not (figure.whole in _IDIOMATIC or nearly_none_or_all or is_small) or _SCORES.search(
        context.flat
    ):
        return False
    if _KNOWN_THINGS.match(context.flat, figure.end):
        return False
    return figure.counts or _MANY_THINGS.search(context.flat) is not None
