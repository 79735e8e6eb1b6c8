import pytest

from tests.checks.title_files import files_with_title
from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Redcue scrap from 8% to 5%", "reduce"),
        ("Maintian uptime at 99.9%", "maintain"),
        ("Reudcir mermas del 8% al 5%", "reducir"),
        ("Сокротить брак с 8% до 5%", "сократить"),
    ],
)
def test_verb_with_a_wrong_letter_is_found(title: str, meant: str) -> None:
    (finding,) = found_by("S110", files_with_title(title))
    assert f"'{meant}'" in finding.message


@pytest.mark.parametrize(
    "title",
    [
        "Reduce scrap from 8% to 5%",
        "Shorter queues at lunch",
        "Flower sales from 20 to 30",
        "Crecimiento de ventas del 8%",
        "Snorkel trips from 4 to 9",
        "Decease reports from 4 to 9",
        "Aportar el 8% de las ventas",
        "Recordar 20 citas",
        "Повесить 40 датчиков",
        "Понять 20 клиентов",
        "Сокращение брака с 8% до 5%",
    ],
)
def test_another_word_is_no_misspelled_verb(title: str) -> None:
    assert found_by("S110", files_with_title(title)) == []


def test_verb_is_judged_as_it_is_meant() -> None:
    title = "Redcue scrap from 8% to 5%"
    files = files_with_title(title)
    path = next(iter(files))
    files[path] = files[path].replace("type: metric", "type: metric, baseline: 5, target: 8")
    assert len(found_by("M205", files)) == 1
