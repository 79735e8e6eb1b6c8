from okrcli.wording.languages.form_table import forms_by_verb


def test_forms_are_found_by_the_verb_that_stands_first() -> None:
    assert forms_by_verb("cut cuts cutting\ngrow grows grew") == {
        "cut": ["cut", "cuts", "cutting"],
        "grow": ["grow", "grows", "grew"],
    }
    assert forms_by_verb("") == {}
