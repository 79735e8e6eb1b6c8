"""The units and bounds that the entries share."""

from decimal import Decimal
from typing import Final

from okrcli.model.catalog.entry import Said
from okrcli.model.kpi import Bounds


def said(en: str, es: str, ru: str) -> Said:
    """Return a text in the three languages."""
    return {"en": en, "es": es, "ru": ru}


SHARE: Final = Bounds(Decimal(0), Decimal(100))
AT_LEAST_0: Final = Bounds(Decimal(0))
AT_MOST_100: Final = Bounds(high=Decimal(100))

PERCENT: Final = said("%", "%", "%")
TIMES: Final = said("x", "veces", "x")
MONEY: Final = said("USD", "EUR", "RUB")
HOURS: Final = said("h", "h", "ч")
MINUTES: Final = said("min", "min", "мин")
DAYS: Final = said("days", "días", "дни")
POINTS: Final = said("points", "puntos", "баллы")
ANSWERS: Final = said("answers", "respuestas", "ответы")
CUSTOMERS: Final = said("customers", "clientes", "клиенты")
PEOPLE: Final = said("people", "personas", "люди")
USERS: Final = said("users", "usuarios", "пользователи")
TICKETS: Final = said("tickets", "tickets", "заявки")
TICKETS_PER_HOUR: Final = said("tickets/h", "tickets/h", "заявок/ч")
CONTACTS: Final = said("contacts", "contactos", "обращения")
LEADS: Final = said("leads", "interesados", "лиды")
DEALS: Final = said("deals", "oportunidades", "сделки")
TASKS: Final = said("tasks", "tareas", "операции")
RECORDS: Final = said("records", "registros", "записи")
INVITATIONS: Final = said("invitations", "invitaciones", "приглашения")
