"""Which of the three languages a title is written in."""

from typing import Final

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import compose, flatten, word_set
from okrcli.wording.patterns import pattern

_CYRILLIC: Final = pattern(r"[а-яёА-ЯЁ]")
_LATIN: Final = pattern(r"[a-zA-Z]")
_WORD: Final = pattern(r"[a-zñ]+")
_SPANISH_LETTERS: Final = pattern(r"[áéíóúñ¿¡ÁÉÍÓÚÑ]")
_SPANISH_ENDINGS: Final = pattern(
    r"(?:cion|ciones|siones|dad|dades|miento|mientos|ncia|ncias|anza|aje|ario|arios|aria"
    r"|ivo|ivos|iva|ivas|ando|iendo|ado|ada|ados|adas|dores|doras|mente|logia|tico|tica|ticos)$"
)
_ENGLISH_ENDINGS: Final = pattern(r"(?:tion|tions|ing|ment|ments|ness|ity|ship|ed|ly|ers|ies)$")
_INFINITIVE: Final = pattern(r"[a-zñ]{2,}(?:ar|[^a]ir)(?:se|nos|me)?")
_INFINITIVES_IN_ER: Final = word_set(
    """
    hacer tener obtener mantener retener sostener vender establecer crecer decrecer fortalecer
    ofrecer favorecer promover proveer ser ver volver mover resolver responder atender entender
    extender aprender comprender leer poner proponer reconocer proteger recoger poder conocer
    convencer permanecer correr comer beber descender atraer ascender satisfacer sorprender
    robustecer enriquecer disponer escoger exponer someter rehacer exceder depender perder
    comprometer ejercer
    """
)
_FROM_A_TO_B: Final = pattern(
    r"\d[%kKM€]?\s+al?\s+[$€<>]?\s?\d|\b[Dd]el?\s[$€]?\d"
    r"|\b(?:superior|inferior|mayor|menor|igual) a\s"
)
_SPANISH: Final = word_set(
    """
    de la el los las en con por para del al y un una unos unas que su sus nuestro nuestra
    nuestros nuestras mi mis tu lo se es son mas menos sin sobre entre desde hasta cada todo
    toda todos todas como cuando donde este esta estos estas ese esa muy ya o u e le les nos ser
    mayor menor dos tres cuatro cinco seis siete ocho nueve diez veces dias dia mes meses año
    años semana semanas horas hora minutos trimestre semestre ventas venta clientes cliente tasa
    tiempo equipo empresa mercado ingresos costos costes gastos usuarios usuario producto
    productos servicio servicios nivel indice puntos puntuacion promedio porcentaje numero
    cantidad respuesta entrega proyecto proyectos calidad mejora pedidos quejas reclamos
    empleados personas reuniones nuevas nuevos nueva nuevo mensual mensuales anual semanal
    trimestral diario diarios activos actualmente actual marca redes abandono rotacion margen
    media compra soporte datos informe informes beneficio plataforma primer primera segundo
    tercer cierre finales final contenido libros libro kilos campaña campañas cero mil millones
    dolares euros pesos antes
    """
)
_ENGLISH: Final = word_set(
    """
    the of to and in for with our by from on at is are be new all more than less per each every
    as into this that their its we us my your an or not before after within over under up
    through while which who have has get make it end year quarter month week days hours minutes
    users user customers customer team teams rate time sales revenue number average increase
    decrease reduce improve launch build create achieve maintain least most first between across
    using via currently weekly monthly daily quarterly growth score response product products
    support test times people employees market website engagement release pipeline deals calls
    satisfaction churn uptime coverage deliver lower register enter gather render answer extend
    consider offer similar popular regular solar calendar webinar seminar clear near appear
    foster power order never discover cover recover empower partner transfer rehearse whenever
    larger longer bigger better faster higher fewer other another sponsor later lender vendor
    webinar pillar radar grammar sugar star dollar collar cellar scholar nuclear linear cellular
    modular stellar singular polar lunar guitar hangar altar choir jaguar liquor
    member center server browser driver manager leader pioneer engineer
    """
)


_ENGLISH_FUNCTION_WORD: Final = pattern(
    r"(?<![\w-])(?:the|of|to|and|for|with|our|by|from|on|at|is|are|be|this|that|its|their|we|us|your"
    r"|or|not)(?![\w-])"
)


def detect_language(text: str) -> Language:
    """Return the language that *text* most resembles; English if nothing tells."""
    composed = compose(text)
    return detect_flattened(composed, flatten(composed))


def detect_flattened(composed: str, flat: str) -> Language:
    """Return the language of a composed text and its flattened form."""
    if not composed.isascii():
        cyrillic = len(_CYRILLIC.findall(composed))
        if cyrillic and cyrillic * 4 >= len(_LATIN.findall(composed)):
            return "ru"
    return "es" if _spanish_signs(composed, flat) > 0 else "en"


def _spanish_signs(composed: str, flat: str) -> int:
    """Return by how much the words suggest Spanish rather than English."""
    words = _WORD.findall(flat)
    known = frozenset(words)
    words = words[1:] if words[:1] == ["no"] else words
    if words and _is_infinitive(words[0]) and not _ENGLISH_FUNCTION_WORD.search(flat):
        return _SURE  # nouns are borrowed, verbs are not: "Mantener SLA compliance"
    score = 2 * (len(known & _SPANISH) - len(known & _ENGLISH))
    if not composed.isascii() and _SPANISH_LETTERS.search(composed):
        score += 2
    if words and _is_infinitive(words[0]):
        score += 2
    if abs(score) >= _SURE:
        return score
    if _FROM_A_TO_B.search(composed):
        score += 4
    return score + sum(_sign_of(word) for word in known)


_SURE: Final = 6


def _is_infinitive(word: str) -> bool:
    if word in _ENGLISH:
        return False
    return word in _INFINITIVES_IN_ER or _INFINITIVE.fullmatch(word) is not None


def _sign_of(word: str) -> int:
    if len(word) < 5 or word in _SPANISH or word in _ENGLISH:
        return 0
    if _SPANISH_ENDINGS.search(word):
        return 1
    return -1 if _ENGLISH_ENDINGS.search(word) else 0
