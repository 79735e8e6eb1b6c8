"""The people of a workspace, and who has which email address."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import StringConstraints
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.frozen import frozen_dataclass
from okrcli.model.base import Flag, Id, OkrModel, ParsedBy, Text, advice
from okrcli.model.finding import Location

_NOREPLY = "users.noreply.github.com"
_ACCOUNT_NUMBER = re.compile(rf"^[0-9]+\+(?=[^@]+@{re.escape(_NOREPLY)}$)")


class Addresses(tuple[str, ...]):
    """The email addresses of one person, as written; a single one is written without a list."""

    __slots__ = ()


def _as_addresses(value: Any) -> Addresses:
    if value is None:
        return Addresses()
    listed = value if isinstance(value, list | tuple) else (value,)
    if not all(isinstance(address, str) and address.strip() for address in listed):
        raise PydanticCustomError("addresses", "is not an email address or a list of them")
    return Addresses(listed)


_ADDRESS_SCHEMA = {"type": "string", "pattern": r"\S"}

AddressesField = Annotated[
    Addresses,
    ParsedBy(_as_addresses),
    WithJsonSchema({"anyOf": [_ADDRESS_SCHEMA, {"type": "array", "items": _ADDRESS_SCHEMA}]}),
]

GitHubName = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?$", max_length=100),
    advice("Write the name of a GitHub account, as in `ana-garcia`, without `@`."),
]
"""The name of an account; companies' accounts have `_` in theirs, programs' end with `[bot]`."""


class Person(OkrModel):
    """Someone who owns things.

    Attributes:
        name: The name that people use for them.
        email: The address in their git configuration, which identifies them when they check in; or
            a list of addresses.
        github: The name of their GitHub account, whose `noreply` addresses are theirs too.
        bot: Whether it is a program, which may record readings on anybody's behalf.
        team: Id of the team that they are in.
    """

    name: Text
    email: AddressesField = Addresses()
    github: GitHubName | None = None
    bot: Flag = False
    team: Id | None = None

    @property
    def addresses(self) -> tuple[tuple[Location, str], ...]:
        """Every address of the person, with its location in the record."""
        return tuple(self._addresses())

    def _addresses(self) -> Iterator[tuple[Location, str]]:
        for index, address in enumerate(self.email):
            yield ("email", index), address
        if self.github is not None:
            yield ("github",), f"{self.github}@{_NOREPLY}"


@frozen_dataclass
class AddressBook:
    """Who has which address, and who has none and so is known by name.

    Attributes:
        owners: Ids of people by address, as spelled by `canonical`.
        names: Ids of those without an address, by the names that git may give them.
    """

    owners: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, people: Mapping[str, Person]) -> "AddressBook":
        """Return the addresses of *people*."""
        owners = (
            (canonical(address), id_)
            for id_, person in people.items()
            for _, address in person.addresses
        )
        names = (
            (_fold(name), id_)
            for id_, person in people.items()
            for name in (() if person.addresses else (person.name, id_))
        )
        return cls(_group(owners), _group(names))

    def ids_for(self, name: str, address: str) -> tuple[str, ...]:
        """Return the ids of the people with *address*, or of those without one but with the *name*.

        Usually one; none if nobody matches, and several if okr.yaml has a mistake.
        """
        return self.owners.get(canonical(address)) or self.names.get(_fold(name), ())


def canonical(address: str) -> str:
    """Return the one spelling of *address*: GitHub writes `ana@` and `123+ana@` for one account."""
    return _ACCOUNT_NUMBER.sub("", address.strip().casefold())


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, id_ in pairs:
        known = found.get(key, ())
        found[key] = known if id_ in known else (*known, id_)
    return found


def _fold(name: str) -> str:
    """Return *name* without accents and capitals, with spaces for an id's `-`."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("-", " "))
    return " ".join(
        "".join(letter for letter in letters if not unicodedata.combining(letter)).split()
    )
