"""Readings that contradict themselves: a cut that rises, a share above 100 %."""

from decimal import Decimal
from typing import Final

from okrcli.wording.patterns import pattern
from okrcli.wording.roles.losses import speaks_of_a_loss
from okrcli.wording.roles.title_context import Doubt, Reading, TitleContext

_HUNDRED: Final = Decimal(100)
_LOWER_IS_MORE: Final = pattern(
    r"\b(?:rank|ranking|position|place|puesto|posicion|lugar|speed|pace|velocidad|ritmo|efficiency|eficiencia)\b"
    r"|(?<!\w)(?:место|мест[ае]|позици\w+|рейтинг\w*|скорост\w+|темп\w*)"
)
_TIMES: Final = frozenset({"ms", "seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_SHARE: Final = pattern(
    r"\b(?:retention|conversion|uptime|availability|adoption|attendance|share|csat|satisfaction"
    r"|completion|churn|accuracy|on[- ]time|compliance|occupancy"
    r"|retencion|disponibilidad|adopcion|asistencia|cuota de mercado|satisfaccion|abandono"
    r"|precision|ocupacion)\b"
    r"|(?<!\w)(?:удержани\w+|конверси\w+|доступност\w+|дол[яюеи]|посещаемост\w+|удовлетворенност\w+|отток\w*)"
)
_NOT_A_SHARE: Final = pattern(
    r"\b(?:net|nrr|ndr|nir|revenue|dollar|quota|target|plan|budget|goal|growth|ingresos|neta|crecimiento|meta|presupuesto)\b"
    r"|(?<!\w)(?:выручк\w+|план\w*|рост\w*|чист\w+)"
)
_PEOPLE: Final = pattern(
    r"\s*(?:of|de|del|de los|de las|из)?\s*(?:all\s+|our\s+|los\s+|las\s+|nuestros\s+|всех\s+)?"
    r"(?:customers|users|tickets|employees|clients|accounts|teams|calls|orders|agents"
    r"|clientes|usuarios|tickets|empleados|cuentas|equipos|llamadas|pedidos|agentes"
    r"|клиентов|пользователей|заявок|сотрудников|обращений|заказов|звонков)(?!\w)"
)


def contradiction_of(reading: Reading, context: TitleContext) -> Doubt | None:
    """Return why *reading* contradicts itself, or `None`."""
    if (
        reading.from_ is not None
        and reading.to is not None
        and _goes_the_other_way(reading, context)
    ):
        return "direction"
    return "share" if _is_more_than_all(reading, context) else None


def _goes_the_other_way(reading: Reading, context: TitleContext) -> bool:
    """Tell "reduce churn from 3 % to 5 %" from "cut the loss from -400 to -100"."""
    said = context.direction if context.changes else None
    if said is None or reading.direction in {None, said}:
        return False
    if reading.unit in _TIMES and said == "increase" and context.speeds:
        return False
    from_, to = reading.from_ or 0, reading.to or 0
    if (from_ < 0 or to < 0) and speaks_of_a_loss(context.flat):
        return False
    return not (said == "increase" and _LOWER_IS_MORE.search(context.flat))


def _is_more_than_all(reading: Reading, context: TitleContext) -> bool:
    if reading.unit != "%" or reading.to is None or reading.to <= _HUNDRED:
        return False
    if _NOT_A_SHARE.search(context.flat):
        return False
    return _SHARE.search(context.flat) is not None
