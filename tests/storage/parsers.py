"""The YAML parsers that are there to be tested: the C parser is an extra."""

from importlib.util import find_spec

import pytest

from okrcli.storage.yaml.events import PARSERS

HAS_C_PARSER = find_spec("_ruamel_yaml") is not None
INSTALLED = {name: pull for name, pull in PARSERS.items() if name != "c" or HAS_C_PARSER}

needs_c_parser = pytest.mark.skipif(not HAS_C_PARSER, reason="the C parser is not installed")
