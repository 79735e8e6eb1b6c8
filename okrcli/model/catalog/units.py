"""The units and bounds that the entries share."""

from decimal import Decimal
from typing import Final

from okrcli.model.catalog.entry import LocalText
from okrcli.model.kpi import Bounds


def local_text(en: str, es: str, ru: str) -> LocalText:
    """Return a text in the three languages."""
    return {"en": en, "es": es, "ru": ru}


SHARE: Final = Bounds(Decimal(0), Decimal(100))
AT_LEAST_0: Final = Bounds(Decimal(0))
AT_MOST_100: Final = Bounds(high=Decimal(100))

PERCENT: Final = local_text("%", "%", "%")
TIMES: Final = local_text("x", "veces", "x")
MONEY: Final = local_text("USD", "EUR", "RUB")
HOURS: Final = local_text("h", "h", "ч")
MINUTES: Final = local_text("min", "min", "мин")
DAYS: Final = local_text("days", "días", "дни")
POINTS: Final = local_text("points", "puntos", "баллы")
ANSWERS: Final = local_text("answers", "respuestas", "ответы")
CUSTOMERS: Final = local_text("customers", "clientes", "клиенты")
PEOPLE: Final = local_text("people", "personas", "люди")
USERS: Final = local_text("users", "usuarios", "пользователи")
TICKETS: Final = local_text("tickets", "tickets", "заявки")
TICKETS_PER_HOUR: Final = local_text("tickets/h", "tickets/h", "заявок/ч")
CONTACTS: Final = local_text("contacts", "contactos", "обращения")
LEADS: Final = local_text("leads", "interesados", "лиды")
DEALS: Final = local_text("deals", "oportunidades", "сделки")
TASKS: Final = local_text("tasks", "tareas", "операции")
RECORDS: Final = local_text("records", "registros", "записи")
INVITATIONS: Final = local_text("invitations", "invitaciones", "приглашения")
