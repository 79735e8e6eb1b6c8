"""Number words and their values, in the three languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from okrcli.wording.languages.lexicon import Language

_EN: Final = {
    **{
        word: value
        for value, word in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ]
        )
    },
    **{
        word: 10 * (value + 2)
        for value, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        )
    },
    "dozen": 12,
    "dozens": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_ES: Final = {
    **{
        word: value
        for value, word in enumerate(
            [
                "cero",
                "_",
                "dos",
                "tres",
                "cuatro",
                "cinco",
                "seis",
                "siete",
                "ocho",
                "nueve",
                "diez",
                "once",
                "doce",
                "trece",
                "catorce",
                "quince",
                "dieciseis",
                "diecisiete",
                "dieciocho",
                "diecinueve",
                "veinte",
                "veintiuno",
                "veintidos",
                "veintitres",
                "veinticuatro",
                "veinticinco",
                "veintiseis",
                "veintisiete",
                "veintiocho",
                "veintinueve",
            ]
        )
        if word != "_"
    },
    **{
        word: 10 * (value + 3)
        for value, word in enumerate(
            ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
        )
    },
    "uno": 1,
    "docena": 12,
    "docenas": 12,
    "cien": 100,
    "ciento": 100,
    **{
        stem + ending: value
        for value, stem in (
            (200, "doscient"),
            (300, "trescient"),
            (400, "cuatrocient"),
            (500, "quinient"),
            (600, "seiscient"),
            (700, "setecient"),
            (800, "ochocient"),
            (900, "novecient"),
        )
        for ending in ("os", "as")
    },
    "centenar": 100,
    "centenares": 100,
    "millar": 1_000,
    "millares": 1_000,
    "mil": 1_000,
    "millon": 1_000_000,
    "millones": 1_000_000,
}
_RU: Final = {
    word: value
    for value, words in {
        0: "ноль нуль нуля ноля нулю нулевого",
        1: "один одну одного одна",
        2: "два две двух двум двумя",
        3: "три трех трем тремя трое",
        4: "четыре четырех четырем четырьмя",
        5: "пять пяти пятью",
        6: "шесть шести",
        7: "семь семи",
        8: "восемь восьми восемью восьмью",
        9: "девять девяти девятью",
        10: "десять десяти десятью десяток десятка",
        11: "одиннадцать одиннадцати одиннадцатью",
        12: "двенадцать двенадцати двенадцатью дюжина дюжины дюжин",
        13: "тринадцать тринадцати тринадцатью",
        14: "четырнадцать четырнадцати четырнадцатью",
        15: "пятнадцать пятнадцати",
        16: "шестнадцать шестнадцати шестнадцатью",
        17: "семнадцать семнадцати семнадцатью",
        18: "восемнадцать восемнадцати восемнадцатью",
        19: "девятнадцать девятнадцати девятнадцатью",
        20: "двадцать двадцати",
        30: "тридцать тридцати",
        40: "сорок сорока",
        50: "пятьдесят пятидесяти",
        60: "шестьдесят шестидесяти",
        70: "семьдесят семидесяти",
        80: "восемьдесят восьмидесяти",
        90: "девяносто девяноста",
        100: "сто ста сотню",
        200: "двести двухсот",
        300: "триста трехсот",
        400: "четыреста четырехсот",
        500: "пятьсот пятисот",
        600: "шестьсот шестисот",
        700: "семьсот семисот",
        800: "восемьсот восьмисот",
        900: "девятьсот девятисот",
        1_000: "тысяча тысячи тысяч тысячу тысячам тысячами",
        1_000_000: "миллион миллиона миллионов миллиону",
        1_000_000_000: "миллиард миллиарда миллиардов",
    }.items()
    for word in words.split()
}
HALVES: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"half": "0.5", "a": "1", "an": "1", "once": "1", "twice": "2", "thrice": "3"},
    "es": {"medio": "0.5", "media": "0.5", "un": "1", "una": "1"},
    "ru": {
        "полтора": "1.5",
        "полторы": "1.5",
        "полутора": "1.5",
        "полсотни": "50",
        "полтысячи": "500",
        "полмиллиона": "500000",
        "полмиллиарда": "500000000",
    },
}
VALUES: Final[Mapping[Language, Mapping[str, int]]] = MappingProxyType(
    {"en": _EN, "es": _ES, "ru": _RU}
)
