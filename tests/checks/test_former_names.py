import pytest

from tests.checks.workspaces import found_by

KR = "{{id: {id}, title: A, type: binary{more}}}"


def objective(*key_results: str, head: str = "") -> str:
    return f"title: A\n{head}key_results: [{', '.join(key_results)}]\n"


def key_result(id_: str, former: str = "") -> str:
    return KR.format(id=id_, more=f", formerly: [{former}]" if former else "")


def said(**files: str) -> list[str]:
    paths = {f"objectives/2026-Q4/{name}.yaml": text for name, text in files.items()}
    return [finding.message for finding in found_by("E003", paths)]


@pytest.mark.parametrize("former", ["support", "2026-Q4/support"])
def test_former_name_of_an_objective_is_not_free(former: str) -> None:
    cx = objective(key_result("a"), head=f"formerly: [{former}]\n")
    other = objective(key_result("b"), head="formerly: [support]\n")

    assert said(cx=cx) == []
    assert said(cx=cx, support=objective(key_result("b"))) == [
        "'2026-Q4/support', a former name of 2026-Q4/cx, is the name of another objective now."
    ]
    assert said(cx=cx, other=other) == [
        "'2026-Q4/support', a former name of 2026-Q4/other, is a former name of 2026-Q4/cx, too."
    ]


def test_former_name_of_a_key_result_is_not_free() -> None:
    moved = objective(key_result("frt", "cx/frt"))

    assert said(speed=moved, cx=objective(key_result("nps"))) == []
    [taken] = said(speed=moved, cx=objective(key_result("frt")))
    assert taken.startswith("'2026-Q4/cx/frt', a former name of 2026-Q4/speed/frt, is the name of")
    assert said(cx=objective(key_result("a", "old"), key_result("b", "old"))) == [
        "'2026-Q4/cx/old', a former name of 2026-Q4/cx/b, is a former name of 2026-Q4/cx/a, too."
    ]


def test_what_came_back_has_its_own_name() -> None:
    there = "{ref: cx/frt, until: 2026-10-12}, {ref: speed/frt, until: 2026-11-02}"

    assert said(cx=objective(key_result("frt", there)), speed=objective(key_result("a"))) == []


def test_former_name_of_a_kpi_is_not_free() -> None:
    kpis = {"kpis/nps.yaml": "title: A\nformerly: [score]\n", "kpis/score.yaml": "title: A\n"}
    [finding] = found_by("E003", kpis)

    assert finding.place.path == "kpis/nps.yaml"
    assert (finding.location, finding.ref) == (("formerly", 0), "nps")
