import pytest

from tests.checks.title_files import files_with_title
from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    "title",
    [
        "Increase team morale from 5 to 8",
        "Improve communication by 20%",
        "Elevar la calidad del servicio de 6 a 9",
        "Mejorar la cultura un 30%",
        "Повысить эффективность команды на 25%",
    ],
)
def test_number_of_what_nothing_defines_is_found(title: str) -> None:
    assert len(found_by("M212", files_with_title(title))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Increase the quality score of calls from 71 to 85",
        "Improve communication",
        "Subir la puntuación de calidad de 6 a 9",
        "Повысить долю заявок без возврата с 60% до 80%",
    ],
)
def test_number_with_a_definition_is_not_found(title: str) -> None:
    assert found_by("M212", files_with_title(title)) == []
