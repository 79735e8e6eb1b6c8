import pytest

from tests.checks.title_files import files_with_title
from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Cut the queue from 4 to 9 minutes", "opposite directions"),
        ("Bajar la rotación del 6% al 11%", "opposite directions"),
        ("Увеличить выручку с 40 до 30 млн ₽", "opposite directions"),
        ("Raise on-time delivery from 85% to 140%", "more than 100 %"),
        ("Move sales from $2M to 5%", "different units"),
        ("Reducir fallas de 3 al trimestre a 2 al mes", "different periods"),
    ],
)
def test_title_against_itself_is_found(title: str, words: str) -> None:
    (finding,) = found_by("M211", files_with_title(title))
    assert words in finding.message


@pytest.mark.parametrize(
    "title",
    [
        "Cut the queue from 9 to 4 minutes",
        "Cut the loss from -400 to -100",
        "Raise net revenue retention from 104% to 115%",
        "Reach 120% of quota",
        "Raise our rank from 12 to 5",
        "Снизить отток с 6% до 4%",
        "Reducir fallas de 9 a 4 al mes",
    ],
)
def test_title_that_agrees_with_itself_is_not_found(title: str) -> None:
    assert found_by("M211", files_with_title(title)) == []
