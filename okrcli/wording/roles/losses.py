"""Words for values below zero, which are better the nearer to it: a loss, a deficit, a debt."""

from typing import Final

from okrcli.wording.patterns import pattern

_LOSS: Final = pattern(
    r"\b(?:loss|losses|deficits?|debts?|shortfall|overdrafts?"
    r"|perdidas?|deudas?|descubiertos?|negativ\w+)\b"
    r"|(?<!\w)(?:убыт\w+|дефицит\w*|долг\w*|задолженност\w*|отрицательн\w+|овердрафт\w*"
    r"|кассов\w+ разрыв\w*)"
)


def speaks_of_a_loss(flat: str) -> bool:
    """Return whether flattened text is about such values, which rise when they are cut."""
    return _LOSS.search(flat) is not None
