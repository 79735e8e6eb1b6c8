import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.titles.openings import WORD, beginnings, behind_label


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("KR1: Raise NPS", "raise nps"),
        ("[Finance] Raise NPS", "raise nps"),
        ("- 2) Raise NPS", "raise nps"),
        ("Цель 3. Поднять NPS", "поднять nps"),
        ("Raise NPS", "raise nps"),
        ("OKRs are hard", "okrs are hard"),
    ],
)
def test_title_begins_behind_its_label(title: str, rest: str) -> None:
    flat = flatten(title)

    assert flat[behind_label(flat) :].strip() == rest


@pytest.mark.parametrize(
    ("flat", "language", "words"),
    [
        ("raise nps", "en", ["raise"]),
        ("we want to quickly raise nps", "en", ["we", "want", "quickly", "raise"]),
        ("by june, raise nps", "en", ["by", "raise"]),
        ("support: raise nps", "en", ["support", "raise"]),
        ("queremos subir el nps", "es", ["queremos", "subir"]),
        ("con un bot, subir el nps", "es", ["con", "subir"]),
        ("хотим быстро поднять nps", "ru", ["хотим", "быстро", "поднять", "поднять"]),
        ("через сайт собрать 100 заявок", "ru", ["через", "собрать"]),
        ("«поднять nps", "ru", ["поднять", "поднять"]),
        ("5 shops", "en", []),
    ],
)
def test_verb_may_stand_behind_openers_adverbs_and_lead_ins(
    flat: str, language: Language, words: list[str]
) -> None:
    matches = [WORD.match(flat, start) for start in beginnings(flat, 0, language)]

    assert [match[0] for match in matches if match] == words
