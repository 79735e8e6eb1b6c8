"""The people in okr.yaml, and their addresses."""

from pathlib import Path

from okrcli.actions.change import Change
from okrcli.errors import OkrError
from okrcli.history.message import build_message
from okrcli.storage.files import Write
from okrcli.storage.layout import SETTINGS_FILE, inside
from okrcli.storage.yaml.editor import add_key, append_item, set_value
from okrcli.storage.yaml.reader import read


def remember_address(root: Path, person: str, address: str) -> Change:
    """Return the change that adds *address* to *person* in okr.yaml.

    Raises:
        OkrError: The file cannot be changed in place.
    """
    target = inside(root, SETTINGS_FILE)
    before = target.read_bytes()
    return Change(
        writes=(Write(target, _with_address(before, person, address), expected=before),),
        message=build_message("Add address", [person], [f"{address} is {person}'s."]),
        paths=(SETTINGS_FILE,),
        lines=(f"{address} is {person}'s from now on, in {SETTINGS_FILE}.",),
    )


def _with_address(content: bytes, person: str, address: str) -> bytes:
    document = read(SETTINGS_FILE, content)
    place = ("people", person)
    people = document.data.get("people")
    fields = people.get(person) if isinstance(people, dict) else None
    if not isinstance(fields, dict):  # the file has changed since it was read
        raise OkrError(f"{SETTINGS_FILE} has nothing to change under `people.{person}`.")
    if "email" not in fields:
        return add_key(document, place, "email", address)
    known = fields["email"]
    if isinstance(known, list):
        return append_item(document, (*place, "email"), address)
    return set_value(document, (*place, "email"), [known, address] if known else address)
