import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.roles.cues import Cue, cue_before


@pytest.mark.parametrize(
    ("before", "language", "cue"),
    [
        ("raise nps from ", "en", "from"),
        ("raise nps to at least ", "en", "to"),
        ("cut churn by about ", "en", "by"),
        ("currently an average of ", "en", "now"),
        ("keep more than ", "en", "over"),
        ("keep uptime >= ", "en", "over"),
        ("ship ", "en", None),
        ("from the top. ship ", "en", None),
        ("answer within ", "en", "window"),
        ("raise it by calling ", "en", "means"),
        ("3 calls per ", "en", "rate"),
        ("subir de ", "es", "of"),
        ("subir un ", "es", "un"),
        ("reducir en un ", "es", "on"),
        ("llegar al menos ", "es", "over"),
        ("que hoy es ", "es", "now"),
        ("que hoy esta en ", "es", "now"),
        ("сейчас он ", "ru", "now"),
        ("mejorar llamando ", "es", "means"),
        ("поднять с ", "ru", "from"),
        ("поднять до уровня ", "ru", "to"),
        ("поднять на ", "ru", "on"),
        ("держать на уровне ", "ru", "level"),
    ],
)
def test_words_before_a_number_say_what_it_is(
    before: str, language: Language, cue: Cue | None
) -> None:
    assert cue_before(before, language) == cue
