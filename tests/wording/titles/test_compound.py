import pytest

from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    "title",
    [
        "Launch the portal and train the team",
        "Raise NPS to 60 and cut churn to 5 %",
        "Raise NPS from 40 to 60, CSAT from 80 to 90 %",
        "Ship an app with a 4.5+ star rating",
        "Lanzar el portal y formar al equipo",
        "Запустить портал и обучить команду",
    ],
)
def test_second_verb_or_second_target_is_a_second_result(title: str) -> None:
    assert read_statement(title).compound is True


@pytest.mark.parametrize(
    "title",
    [
        "Raise NPS from 40 to 60",
        "Plan and launch the portal",  # one object
        "Raise NPS to 60 by calling customers and answering",  # the means
        "Raise sales and revenue to 60",
        "Cut churn by 2 points, to 6 %",
        "Close 5 deals with > 100 users",  # of whom
        "Raise NPS to 60 (and train the team)",
        "Answer calls and emails within 5 minutes",
    ],
)
def test_means_objects_and_what_stands_in_brackets_are_no_results(title: str) -> None:
    assert read_statement(title).compound is False
