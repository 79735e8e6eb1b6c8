"""Digits that are part of a name and count nothing: P95, SOC 2, Q2, #1, 24/7, v2.0, 1С."""

import re
from typing import Final

from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern

_NAMED: Final = (
    r"soc|iso(?:/iec)?|tier|level|phase|stage|step|version|sprint|series|type|generation|ios"
    r"|android|python|java|angular|vue|php|node|postgres(?:ql)?|http|tls|priority|wcag|nist|cmmi"
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
_NAMED_BEFORE: Final = _NAMED.replace(" ", r"\ ").replace("#", r"\#")
_WITH_DIGITS: Final = pattern(
    rf"""
    [\#№]\s?\d+                                                     # 1st place, tickets
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
        | [2-9]\s+nines(?!\w)                                       # 4 nines of availability
        | [1-3]\s+(?:место|места|lugar|puesto)(?!\w)                # 1 место
        | \d+-?(?:[фз]з|фл)(?!\w)                                   # 152-ФЗ
        | \d+(?:st|nd|rd|th|º|ª|er|ro|do|to|-?(?:[йяе]|го|му|ом|ую|ой|ая|ый|ых))(?![\w%])
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
    r"(?:\b(?:from|to|by|de|(?<!frente )a|at least|reach|hit)|(?<!\w)(?:с|до|на))\s$"
)


def hide_names(flat: str, words: frozenset[str]) -> str:
    """Return *flat*, whose words are *words*, with every name that holds a number blanked."""
    if _DIGIT.search(flat):
        flat = _WITH_DIGITS.sub(lambda match: _blank(match, flat), flat)
    if not words.isdisjoint(_WORDS):
        flat = _IN_WORDS.sub(lambda match: " " * len(match[0]), flat)
    return flat


def _blank(match: re.Match[str], flat: str) -> str:
    text = match[0]
    looks_like_a_year = len(text) == 4 and text.isdigit()
    if looks_like_a_year and _GIVEN.search(flat, max(0, match.start() - 10), match.start()):
        return text
    return " " * len(text)
