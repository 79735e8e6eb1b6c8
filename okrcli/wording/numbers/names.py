"""Digits that are part of a name and count nothing: P95, SOC 2, Q2, #1, 24/7, v2.0, 1С."""

import re
from typing import Final

from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern

_SOFTWARE: Final = (
    r"oauth|windows|macos|ipados|ios|android|ubuntu|debian|drupal|magento|laravel|django|rails|react"
    r"|kafka|kubernetes|spring boot|битрикс|python|java|angular|vue|php|node|postgres(?:ql)?|mysql"
    r"|version|верси[яию]"
)
_NAMED: Final = (
    rf"{_SOFTWARE}|soc|iso(?:/iec)?|iphone|wi-?fi|usb|ipv|euro(?= [56]\b)|евро(?=[ -][56](?!\d))"
    r"|sev|tier|level|phase|stage|step|sprint|series|type|generation|http|tls|priority|wcag|nist|cmmi"
    r"|fortune|s&p|nasdaq|forbes|ley|fase|etapa|nivel|tipo|norma|office|microsoft|dynamics"
    r"|milestone|kr|okr|objective|pci dss|web(?= 2\.0)|industry(?= 4)|industria(?= 4)"
    r"|inc\.?(?= 5000)"
    r"|этап|фаза|фазу|верси[яию]|стади[яию]|гост|number|numero|номер|no\.|n[.º°]+|nro\.?"
    r"|severity|zone|gate|district|room|floor|building|batch|sector|cohort|wave|zona|zonas|sala"
    r"|зона|зоны|зоне|зал|корпус"
)
_NOT_AFTER: Final = (
    r"(?!\s*(?:%|percent|por ciento|процент|[$€₽]|[km]\b|тыс|млн|points|puntos|балл))"
)
_YEAR: Final = r"20(?:1[5-9]|2\d|3[0-5])"
_UPGRADED: Final = _SOFTWARE.replace(" ", r"\ ")
_PEOPLE: Final = (
    r"personas|j[oó]venes|niñ[oa]s|client[ea]s?|usuari[oa]s|mujeres|hombres|adult[oa]s|alumn[oa]s|estudiantes"
    r"|pacientes|poblaci[oó]n|p[uú]blico|trabajador[ea]s"
)
_NAMED_BEFORE: Final = _NAMED.replace(" ", r"\ ").replace("#", r"\#")
_WITH_DIGITS: Final = pattern(
    rf"""
    [\#№]\s?\d+                                                     # 1st place, tickets
    | (?<!\w)(?:{_UPGRADED})[\s-](?:from\s|de(?:\sla)?\s|с\s)?\d+(?:\.\d+)*   # Python 3.8 to 3.12
      \s?(?:to|a|на|до|→|->|[-–])\s?(?:(?:{_UPGRADED})\s)?\d+(?:\.\d+)*(?![\d%])
      (?=\s*$|\s?[,.;)]|\s(?:on|in|en|for|across|with|на|в|у|для|con)\s)
    | (?<!\w)(?:day|d[ií]a)\s1(?=\s[a-z])
    | (?<!\w)(?:by|until|at|hasta|para|en)\s(?:el\s)?(?:month|week|day|mes|semana|dia)
      \s\d\d?(?![\d%])
    | (?<!\w)(?:aged?|ages)\s\d\d(?:\s?(?:[-–]|to|and)\s?\d\d)?(?!\d|\s?%)    # of people
    | \d+(?:\s?(?:[-–]|to)\s?\d+)?[\s-]years?[\s-]olds?\b
    | (?<!\w)(?:{_PEOPLE})\s(?:de|entre)\s\d\d\s(?:a|y)\s\d\d\saños(?!\w)
    | (?:mayores|menores)\sde\s\d\d\saños(?!\w)
    | (?:от\s\d\d\sдо|(?<!с\s)\d\d\s?[-–])\s?\d\d\sлет(?!\w) | (?:старше|младше)\s\d\d\sлет(?!\w)
    | \d+\s(?:years?\sof\s(?:service|experience|history)
      |años\sde\s(?:servicio|experiencia|historia)|лет\s(?:опыта|работы))(?!\w)
    | (?<![\w.,$€£₽])(?:
      (?=[^\W\d_])(?:
        (?!(?:usd|eur|rub|gbp|inr|mxn|cop|clp|ars|us|rs|x|х)\d)
          [^\W\d_]+\d[\w./-]*(?:[-.]\d+)*                           # P95, B2B, v19.2, SEV1
        | (?!top-|топ-|sub-)[a-zа-я]{{2,}}-\d+(?![\d%.,]*\s?%)      # GPT-4, PROJ-101
        | (?=\D{{2,15}}\d)(?:{_NAMED_BEFORE})[\s-]?(?:\#\s?)?\d[\d.:/-]*(?![\d%]){_NOT_AFTER}
      )
      | (?=\d)(?:
        (?:24/7|24x7|7/24|7x24|360(?=\s?(?:°|-?degree|feedback|review|grados|градус))|80/20|50/50|9-box|1-on-1|1on1|1:1|1-1|9-5|30-60-90
          |5s\b|4dx|6\s?sigma|401\(?k\)?)(?![\w%.,]*\d)(?!\s?%)
        | 1[сc](?!\w)|\d+(?:xx|fa|g(?!\w)|d(?=\s+(?:model|print|render)))(?![\w%])  # 5xx, 2FA, 5G
        | \d+(?:\.\d+)*\s+(?:version|release|edition|верси[июя]\w?|редакции)(?!\w)
        | \d[\s-]?(?:digits?|digitos|dígitos|знак\w+)(?!\w)
        | [2-9]\s+nines(?!\w)                                       # 4 nines of availability
        | [1-3]\s+(?:место|места|lugar|puesto)(?!\w)                # 1 место
        | \d+-?(?:[фз]з|фл)(?!\w)                                   # 152-ФЗ
        | \d+(?:st|nd|rd|th|º|ª|er|ro|do|to|-?(?:[йяе]|го|му|ом|ую|ой|ая|ый|ых|ю)|-м(?!\w))(?![\w%])
        | {_YEAR}(?<![+<>=≥≤~-]....)(?![\w%$€₽]|[.,]\d|\s?(?:%|k\b|руб|₽|\$|€))
      )
    )
    | (?<=\w\ )n[º°]\s?\d+
    """,
    re.VERBOSE,
)
_IN_WORDS: Final = pattern(
    r"(?<!\w)(?:six sigma|seis sigma|one-on-one|one on one|one-to-one|zero[ -]trust|zero[ -]day"
    r"|zero-touch|zero[ -]waste|zero[ -]downtime|zero-shot|number one|numero uno|номер один"
    r"|one-pager|one-stop|один на один|два в одном|uno a uno|cero papel|one of|one by one)(?!\w)"
)
_WORDS: Final = word_set(
    """
    one zero six seis uno cero один одном
    """
)
_DIGIT: Final = pattern(r"\d")
_GIVEN: Final = pattern(
    r"(?:\b(?:from|to|by|de|(?<!frente )(?<!respecto )(?<!relacion )a"
    r"|at least|reach|hit)|(?<!\w)(?:с|до|на))\s$"
)


_AFTER_A_WORD: Final = pattern(
    r"^\W*([^\W\d_]+(?:\s[^\W\d_]+)?)\s(?=[A-ZÁÉÍÓÚÑА-ЯЁ])(?:(?=\w*[a-zа-я])\w+\s){1,3}?"
    rf"(?P<number>[1-9]\d{{0,2}})(?=\s[a-zа-я]){_NOT_AFTER}(?=\D{{3,60}}?\d)"
)
_SMALL_WORDS: Final = word_set(
    """
    in at for on with by of to the a from our en a el la los las de del al para por con un una
    и в во на с со у для из от к ко по за о до
    """
)


def hide_names(flat: str, words: frozenset[str], text: str = "") -> str:
    """Return *flat*, whose words are *words*, with every name that contains a number blanked.

    Args:
        flat: The flattened text.
        words: All its words.
        text: The original text: capital letters mark the name in "deploy Falcon 9 to 14 sites".
    """
    if _DIGIT.search(flat):
        flat = _WITH_DIGITS.sub(lambda match: _blank(match, flat), flat)
        flat = _without_product(flat, text)
    if not words.isdisjoint(_WORDS):
        flat = _IN_WORDS.sub(lambda match: " " * len(match[0]), flat)
    return flat


def _without_product(flat: str, text: str) -> str:
    """Blank the number of a product between the verb and another number."""
    match = _AFTER_A_WORD.match(text)
    if match is None:
        return flat
    start, end = match.span("number")
    words = flat[: match.start("number")].split()
    if not _SMALL_WORDS.isdisjoint(words) or _UNIT_BEHIND.match(flat, end):
        return flat
    return f"{flat[:start]}{' ' * (end - start)}{flat[end:]}"


_UNIT_BEHIND: Final = pattern(
    r"\s(?:to|a|al|hasta|до|на|million|millones|billion|mil|млрд|stars?|estrellas|days?|hours?|weeks?"
    r"|months?|minutes?|dias?|horas?|semanas?|meses|минут|час|дн|недел|месяц|пункт)\w*"
)


def _blank(match: re.Match[str], flat: str) -> str:
    text = match[0]
    looks_like_a_year = len(text) == 4 and text.isdigit()
    if looks_like_a_year and _GIVEN.search(flat, max(0, match.start() - 10), match.start()):
        return text
    return " " * len(text)
