"""The units, currencies and scale words next to numbers, in all three languages.

Keys are as `fold` returns them: lower case, no accents but ñ, ё as е. A space in a key is `_`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final


def _by_word(groups: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(
        {word: unit for unit, words in groups.items() for word in words.split()}
    )


UNITS: Final = _by_word(
    {
        "%": "% percent pct процент процента процентов проценты процентам проц por_ciento",
        "pp": (
            "pp p.p p_p pps ppt п.п п_п пп pp.pp percentage_point percentage_points"
            " puntos_porcentuales punto_porcentual"
            " процентный_пункт процентных_пункта процентных_пунктов"
            " %_points %_point %_pts percent_points percent_point %_puntos %_punto"
            " %_пункт %_пункта %_пунктов"
        ),
        "points": (
            "points point pts pt puntos punto ptos pto балл балла баллов баллы пункт пункта"
            " пунктов пункты"
        ),
        "bp": "bp bps basis_points basis_point b.p p.b pb puntos_basicos базисных_пунктов б.п б_п",
        "x": "x × х times veces vez раз раза",
        "ms": (
            "ms msec millisecond milliseconds milisegundo milisegundos мс миллисекунд"
            " миллисекунды миллисекунда"
        ),
        "seconds": (
            "s sec secs second seconds seg segs segundo segundos с сек секунд секунды"
            " секунда секундами секундах"
            " секунду"
        ),
        "minutes": (
            "min mins minute minutes minuto minutos мин минут минуты минута минуту минутах"
            " минутами минутам"
        ),
        "hours": "h hr hrs hour hours hora horas hs ч час часа часов часы часах часами часам",
        "days": "d day days dia dias д дн день дня дней дни днях днями дням сут сутки суток",
        "weeks": (
            "w wk wks week weeks semana semanas sem нед неделя недели недель неделю неделях"
            " неделями"
        ),
        "months": "mo mos month months mes meses мес месяц месяца месяцев месяцы месяцах месяцами",
        "stars": "star stars estrella estrellas звезда звезды звезд",
        "kg": "kg kgs kilo kilos kilogramos кг килограмм килограмма килограммов",
        "km": "km kms kilometers kilometres kilometros км километр километра километров",
        "GB": "gb гб",
        "MB": "mb мб",
        "TB": "tb tib тб",
        "years": "y yr yrs year years año años г год года лет годы",
    }
)

CURRENCIES: Final = _by_word(
    {
        "$": (
            "$ us$ usd u$s u$d dollar dollars dolar dolares доллар доллара долларов доллары долл"
        ),
        "€": "€ eur euro euros евро",
        "₽": "₽ rub rur руб рубль рубля рублей рубли р ruble rubles rouble roubles rublos",
        "₸": "₸ kzt тенге тг tenge",
        "£": "£ gbp pound pounds sterling libras фунт фунта фунтов",
        "¥": "¥ jpy yen cny yuan юань юаня юаней иен",
        "₹": "₹ inr rs rupee rupees рупий",
        "₴": "₴ uah грн гривень гривен гривна гривны hryvnia",
        "₺": "₺ try лир",
        "R$": "r$ brl real reais",
        "₩": "₩ krw won",
        "₪": "₪ ils shekels",
        "S/": "s/ s/. pen soles",
        "MXN": "mxn mx$ mex$ pesos_mexicanos peso_mexicano mexican_pesos",
        "COP": "cop cop$ col$ pesos_colombianos peso_colombiano colombian_pesos",
        "ARS": "ars ar$ pesos_argentinos peso_argentino argentine_pesos",
        "CLP": "clp clp$ pesos_chilenos peso_chileno chilean_pesos",
        "UYU": "uyu $u pesos_uruguayos peso_uruguayo uruguayan_pesos",
        "DOP": "dop rd$ pesos_dominicanos peso_dominicano dominican_pesos",
        "CHF": "chf francs francos",
        "BYN": "byn",
        "PLN": "pln zł zl",
        "CAD": "cad c$ ca$",
        "AUD": "aud a$ au$",
        "NZD": "nzd nz$",
        "SGD": "sgd s$",
        "HKD": "hkd hk$",
        "TWD": "twd nt$",
        "pesos": "peso pesos",
    }
)

PESOS: Final = frozenset({"MXN", "COP", "ARS", "CLP", "UYU", "DOP", "pesos"})
"""Currencies that are called pesos in their country."""

DOLLAR_SIGNS: Final = PESOS | {"$", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"}
"""Currencies with the sign $ in their country."""

_THOUSAND: Final = 1_000
_MILLION: Final = 1_000_000
_BILLION: Final = 1_000_000_000
_LAKH: Final = 100_000
_CRORE: Final = 10_000_000


def _scales(groups: Mapping[int, str]) -> Mapping[str, int]:
    return MappingProxyType({word: by for by, words in groups.items() for word in words.split()})


SCALES: Final = _scales(
    {
        _THOUSAND: (
            "k к thousand thousands mil miles тыс т.р тысяча тысячи тысяч тысячу тысячам тысячами"
        ),
        _MILLION: (
            "mln mio mn million millions millon millones млн миллион миллиона миллионов миллионы"
            " миллионам миллионе mill mdp mdd mde"
        ),
        _LAKH: "lakh lakhs lac",
        _CRORE: "crore crores cr",
        _BILLION: (
            "bn bln billion billions mil_millones mil_m miles_de_millones млрд миллиард миллиарда"
            " миллиардов millardo millardos"
        ),
        1_000_000_000_000: (
            "trillion trillions trn tn billon billones трлн триллион триллиона триллионов"
        ),
    }
)

# As they are written: a small m is also minutes, months and metres.
SCALE_LETTERS: Final[Mapping[str, int]] = MappingProxyType(
    {"M": _MILLION, "MM": _MILLION, "М": _MILLION, "B": _BILLION, "T": 1_000_000_000_000}
)
SMALL_SCALE_LETTERS: Final[Mapping[str, int]] = MappingProxyType(
    {"m": _MILLION, "mm": _MILLION, "м": _MILLION, "b": _BILLION, "t": 1_000_000_000_000}
)

MILLISECONDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "ms": 1,
        "seconds": 1_000,
        "minutes": 60_000,
        "hours": 3_600_000,
        "days": 86_400_000,
        "weeks": 604_800_000,
    }
)


def join_words(words: Iterable[str]) -> str:
    """Return the key that a unit of several words has in the tables."""
    return "_".join(words)
