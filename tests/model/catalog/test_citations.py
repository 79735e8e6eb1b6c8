from okrcli.model.catalog.citations import citation


def test_book_is_named_alike_in_every_language() -> None:
    book = "Cleveland, Call Center Management on Fast Forward"

    assert citation(book) == {"en": book, "es": book, "ru": book}
