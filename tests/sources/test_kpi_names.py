import pytest

from okrcli.model.kpi import Kpi
from okrcli.sources.base import Refusal
from okrcli.sources.kpi_names import KpiNames
from tests.builders import a_kpi


def names(*kpis: Kpi) -> KpiNames:
    return KpiNames({kpi.id: kpi for kpi in kpis})


NAMES = names(
    a_kpi(id="nps", title="Net promoter score", formerly=["promoters", "first_reply"]),
    a_kpi(id="first_reply", title="Первый ответ"),
    a_kpi(id="ratio", title="Ratio", formula="nps / first_reply"),
)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("nps", "nps"),
        (" NPS ", "nps"),
        ("net-promoter  Score", "nps"),
        ("first reply", "first_reply"),
        ("Promoters", "nps"),
        ("ПЕРВЫЙ ОТВЕТ", "first_reply"),
    ],
)
def test_kpi_is_found_by_its_id_or_title(text: str, id_: str) -> None:
    found = NAMES.find(text)

    assert isinstance(found, Kpi)
    assert found.id == id_


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("npz", "There is no KPI \"npz\": did you mean 'nps'?"),
        ("revenue", 'There is no KPI "revenue": write the name of its file, as in nps.'),
        ("ratio", "ratio is computed as nps / first_reply, so it takes no readings."),
    ],
)
def test_what_is_no_kpi_with_readings_is_refused(text: str, said: str) -> None:
    assert NAMES.find(text) == Refusal(said)


def test_title_of_two_kpis_needs_the_id() -> None:
    twins = names(a_kpi(id="a", title="Churn"), a_kpi(id="b", title="churn"))

    assert twins.find("Churn") == Refusal('"Churn" can be a or b: write the id.')
    assert isinstance(twins.find("a"), Kpi)


def test_id_comes_before_the_title_of_another() -> None:
    found = names(a_kpi(id="a", title="b"), a_kpi(id="b", title="a")).find("a")

    assert isinstance(found, Kpi)
    assert found.id == "a"


def test_workspace_without_kpis_knows_none() -> None:
    assert names().find("nps") == Refusal('There is no KPI "nps": write it.')
    assert not names().knows("nps")


def test_known_names_are_ids_and_titles() -> None:
    assert [NAMES.knows(each) for each in ("nps", "Net Promoter Score", "first-reply", "x")] == [
        *[True, True, True, False]
    ]
    assert {"nps", "net promoter score"} <= {*NAMES.all()}
