from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import RuleId, Severity

EXAMPLE = Example("kpis/NPS.yaml", "title: A\n", "title: B\n")


def test_example_without_settings_gets_some_that_set_nothing() -> None:
    assert EXAMPLE.failing_files == {"okr.yaml": "version: 1\n", "kpis/NPS.yaml": "title: A\n"}
    assert EXAMPLE.passing_files == {"okr.yaml": "version: 1\n", "kpis/NPS.yaml": "title: B\n"}
    assert EXAMPLE.earlier_files == {"okr.yaml": "version: 1\n"}


def test_example_keeps_the_settings_and_files_beside_it() -> None:
    beside = {"okr.yaml": "version: 1\nname: X\n", "kpis/csat.yaml": "title: C\n"}
    example = EXAMPLE._replace(beside=beside, before={"kpis/csat.yaml": "title: D\n"})

    assert example.failing_files.items() > beside.items()
    assert example.earlier_files == {**beside, "kpis/csat.yaml": "title: D\n"}


def test_file_whose_place_is_wrong_passes_in_another() -> None:
    moved = EXAMPLE._replace(moved_to="kpis/nps.yaml")

    assert EXAMPLE.passing_path == "kpis/NPS.yaml"
    assert moved.passing_files.keys() == {"okr.yaml", "kpis/nps.yaml"}
    assert moved.failing_files.keys() == {"okr.yaml", "kpis/NPS.yaml"}


def test_rule_is_known_by_code_name_and_letter() -> None:
    rule = Rule(RuleId("M202", "no-baseline", Severity.WARNING), "Why.", "", {"en": EXAMPLE})

    assert (rule.code, rule.name, rule.letter, rule.severity) == (
        "M202",
        "no-baseline",
        "M",
        Severity.WARNING,
    )
