import pytest
from pydantic import ValidationError

from okrcli.model.people import AddressBook, Person, canonical
from okrcli.storage.records.plain_data import plain_data


def person(**fields: object) -> Person:
    return Person.model_validate({"name": "Ana", **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana@example.com", " ANA@Example.com "),
        ("ana-g@users.noreply.github.com", "123456+Ana-G@users.noreply.github.com"),
        ("dependabot[bot]@users.noreply.github.com", "4+dependabot[bot]@users.noreply.github.com"),
    ],
)
def test_address_has_one_spelling(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ana@example.com", "1+ana@example.com"),
        ("ana@users.noreply.github.com", "x1+ana@users.noreply.github.com"),
        ("ana@users.noreply.github.com", "1+ana@users.noreply.github.com.evil.example"),
        ("ana@users.noreply.github.com", "1+ana@usersXnoreply.github.com"),
    ],
)
def test_other_address_has_another_spelling(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_person_is_known_by_each_address_and_by_the_github_account() -> None:
    book = AddressBook.of(
        {
            "ana": person(email=["ana@example.com", "ana@home.example"], github="ana-g"),
            "pavel": person(email="pavel@example.com"),
            "olga": person(),
        }
    )
    assert book.ids_for("", "Ana@home.example") == ("ana",)
    assert book.ids_for("", "77+ana-g@users.noreply.github.com") == ("ana",)
    assert book.ids_for("Ana", "pavel@example.com") == ("pavel",)
    assert book.ids_for("Pavel", "nobody@example.com") == book.ids_for("", "") == ()


@pytest.mark.parametrize("name", ["Eva María", "eva maria", "EVA  MARI\u0301A", "eva-maria"])
def test_person_without_an_address_is_known_by_name_or_id(name: str) -> None:
    unlisted = person(name="Ева Мария")
    book = AddressBook.of({"eva-maria": unlisted, "ana": person(email="a@b.c")})
    assert book.ids_for(name, "eva@example.com") == ("eva-maria",)
    assert book.ids_for("Ева мария", "eva@example.com") == ("eva-maria",)
    assert book.ids_for(name, "A@b.c") == ("ana",)
    assert book.ids_for("Ana", "eva@example.com") == ()


def test_address_of_two_people_has_two_owners() -> None:
    book = AddressBook.of({"ana": person(email="A@b.c"), "other": person(email=["a@B.c"])})
    assert book.ids_for("", "a@b.c") == ("ana", "other")


@pytest.mark.parametrize("email", [5, "", " ", ["a@b.c", 5], ["a@b.c", ""], {"a": "b"}, True])
def test_what_is_no_address_is_refused(email: object) -> None:
    with pytest.raises(ValidationError, match="is not an email address or a list of them"):
        person(email=email)


@pytest.mark.parametrize("name", ["@ana", "ana garcia", "ana@example.com", "", "-ana"])
def test_what_is_no_github_account_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        person(github=name)


def test_one_address_is_written_without_a_list() -> None:
    assert plain_data(person(email=["a@b.c"])) == {"name": "Ana", "email": "a@b.c"}
    assert plain_data(person(email=["a@b.c", "d@e.f"])) == {
        "name": "Ana",
        "email": ["a@b.c", "d@e.f"],
    }
