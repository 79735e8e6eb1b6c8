from tests.builders import a_binary


def test_no_field_says_how_much() -> None:
    assert a_binary().is_quantified is False
    assert a_binary().is_numeric is False
