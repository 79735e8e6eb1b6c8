import json
import os
import subprocess
import sys

HEAVY = {"importlib.metadata", "email", "zipfile"}
VALIDATES = """
import json, sys
from okrcli.cli.start.plugins import disable_plugins
disable_plugins()
import pydantic
assert pydantic.TypeAdapter(int).validate_python("4") == 4
print(json.dumps([*sys.modules]))
"""
LOOKS_FURTHER = """
import json, sys
from okrcli.cli.start.plugins import disable_plugins
disable_plugins()
from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP, get_plugins
assert get_plugins() == ()
assert PYDANTIC_ENTRY_POINT_GROUP == "pydantic"
print(json.dumps([*sys.modules]))
"""


def modules_of(code: str, **environment: str) -> set[str]:
    known = {k: v for k, v in os.environ.items() if k != "PYDANTIC_DISABLE_PLUGINS"}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=known | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(ran.stdout))


def test_pydantic_validates_without_looking_for_plugins() -> None:
    assert not modules_of(VALIDATES) & HEAVY


def test_pydantic_of_another_version_gets_its_own_loader() -> None:
    assert modules_of(LOOKS_FURTHER) >= HEAVY


def test_plugins_that_the_environment_leaves_enabled_are_looked_for() -> None:
    assert modules_of(VALIDATES, PYDANTIC_DISABLE_PLUGINS="logfire") >= HEAVY
