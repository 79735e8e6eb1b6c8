"""The forms of Spanish verbs."""

from collections.abc import Iterator
from typing import Final

from okrcli.wording.letters import fold

_STEMS: Final = (
    "conseguir consigu consig|seguir sigu sig|proseguir prosigu prosig|mantener mantien manteng"
    "|obtener obtien obteng|tener tien teng ten|retener retien reteng|sostener sostien sosteng"
    "|reducir reduzc|producir produzc|introducir introduzc|traducir traduzc|crecer crezc"
    "|decrecer decrezc|establecer establezc|fortalecer fortalezc|favorecer favorezc"
    "|ofrecer ofrezc|robustecer robustezc|enriquecer enriquezc|permanecer permanezc"
    "|reforzar refuerz refuerc|cerrar cierr|construir construy|disminuir disminuy"
    "|contribuir contribuy|distribuir distribuy|constituir constituy|sustituir sustituy"
    "|incluir incluy|concluir concluy|reconstruir reconstruy|hacer hag haz|rehacer rehag"
    "|poner pong pon|proponer propong|convertir conviert|invertir inviert|medir mid|pedir pid"
    "|servir sirv|comenzar comienz comienc|empezar empiez empiec|probar prueb|aprobar aprueb"
    "|comprobar comprueb|mostrar muestr|demostrar demuestr|resolver resuelv|volver vuelv"
    "|mover muev|promover promuev|escribir escrit|abrir abiert|cubrir cubiert|recoger recoj"
    "|dirigir dirij|proteger protej|elegir elij|salir salg|perder pierd|atender atiend"
    "|extender extiend|ascender asciend|descender desciend|acordar acuerd|sembrar siembr"
    "|recomendar recomiend|adquirir adquier|satisfacer satisfag|atraer atraig"
    "|fortalecer fortalezc|reconocer reconozc|dar d|ir vay va|estar est|dormir duerm|jugar jueg"
    "|colgar cuelg|volcar vuelc|pensar piens|repensar repiens"
)
_TAILS: Final = {
    "ar": ["a", "an", "e", "en", "emos", "amos", "ando", "ado", "ada", "ados", "adas"],
    "er": ["e", "en", "a", "an", "amos", "emos", "iendo", "yendo", "ido", "ida", "idos", "idas"],
    "ir": ["e", "en", "a", "an", "amos", "imos", "iendo", "yendo", "ido", "ida", "idos", "idas"],
}


def _forms(infinitive: str, irregular: tuple[str, ...]) -> Iterator[str]:
    """Give the infinitive, imperative, present, gerund and participle."""
    root, ending = infinitive[:-2], infinitive[-2:]
    yield infinitive
    for stem in (root, *_spelling_before_e(root, ending), *irregular):
        yield from (stem + tail for tail in _TAILS[ending])
        if stem in irregular:
            yield from (stem, stem + "o")


def _spelling_before_e(root: str, ending: str) -> tuple[str, ...]:
    """Give the stem of publique, entregue, lance: an -ar verb keeps its sound before e."""
    changed = {"c": "qu", "g": "gu", "z": "c"}.get(root[-1:]) if ending == "ar" else None
    return (root[:-1] + changed,) if changed else ()


_IRREGULAR: Final = {
    fold(group.split()[0]): tuple(group.split()[1:]) for group in _STEMS.split("|")
}


def spanish_forms(infinitive: str) -> Iterator[str]:
    """Give every form of a verb that its folded infinitive names."""
    return _forms(infinitive, _IRREGULAR.get(infinitive, ()))
