from okrcli.checks.example_texts import (
    key_result_text,
    objective_text,
    of_key_result,
    of_objective,
    text_of,
)
from tests.checks.workspaces import loaded


def test_text_has_a_line_for_each_field() -> None:
    assert text_of(title="NPS", baseline=40, unit="%") == 'title: NPS\nbaseline: 40\nunit: "%"\n'


def test_key_result_is_a_metric_unless_it_says_something_else() -> None:
    assert key_result_text("Raise NPS", target=60) == (
        "  - id: proof\n    title: Raise NPS\n    type: metric\n    target: 60\n"
    )
    assert "    type: binary\n" in key_result_text("Open the shop", type="binary", id="shop")


def test_objective_can_be_read_with_its_key_results() -> None:
    text = objective_text("es", key_result_text("A", id="a"), key_result_text("B"), owner="ana")
    plan = loaded({"objectives/2026-Q4/cx.yaml": text})

    assert plan.findings == ()
    assert [each.id for each in plan.objectives[0].key_results] == ["a", "proof"]
    assert "key_results" not in objective_text("en")


def test_example_of_a_key_result_has_the_kpis_that_it_needs() -> None:
    example = of_key_result("en", key_result_text("A"), key_result_text("B"), nps="title: NPS\n")

    assert example.failing_files["kpis/nps.yaml"] == "title: NPS\n"
    assert "title: A" in example.failing_files[example.path]
    assert "title: B" in example.passing_files[example.passing_path]


def test_example_of_an_objective_has_the_settings_that_it_needs() -> None:
    example = of_objective("title: A\n", "title: B\n", language="es")

    assert example.failing_files["okr.yaml"] == "version: 1\nlanguage: es\n"
    assert (example.failing, example.passing) == ("title: A\n", "title: B\n")
