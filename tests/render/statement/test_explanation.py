from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import STATEMENT_FORMATS, RenderOptions
from okrcli.wording.titles.statement import read_statement


def explained(text: str) -> str:
    return STATEMENT_FORMATS["text"](
        read_statement(text), RenderOptions(COMMAND_LINE, explain=True)
    )


def test_explanation_shows_quantities_roles_scores_and_reasons() -> None:
    shown = explained("Raise CSAT to 90% of 400 agents")
    assert "1. '90%' is 90, unit: %" in shown
    assert "1 to, 2 aside" in shown
    assert "the words before it introduce a target (4.0)" in shown


def test_explanation_says_what_the_ends_of_a_pair_make_of_each_other() -> None:
    assert "how well they fit together" in explained("Raise NPS from 40 to 60")


def test_explanation_says_why_no_number_is_read() -> None:
    assert "No number is used. The two numbers are in different units." in explained(
        "Grow revenue from $2M to 5%"
    )
    assert "No quantities were found" in explained("Launch the portal")


def test_statement_without_explain_has_none() -> None:
    shown = STATEMENT_FORMATS["text"](
        read_statement("Raise NPS from 4 to 6"), RenderOptions(COMMAND_LINE)
    )
    assert "Quantities" not in shown
