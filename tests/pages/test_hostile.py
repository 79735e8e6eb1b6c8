"""The hostile workspace has its words wherever a schema lets people write."""

from pathlib import Path
from typing import Final

from okrcli.actions.workspace import open_workspace
from okrcli.model.finding import Severity
from okrcli.model.schema import file_schema
from okrcli.storage.layout import kind_of
from okrcli.storage.records.record_types import MODELS
from tests.pages.hostile import PLAIN, TODAY, is_text, loaded, write_hostile
from tests.pages.text_fields import text_fields, texts_in

SETS_SOMETHING: Final = ("rules", "include", "calendar")
"""Settings that mean something to the program: any other words end it with an error."""


def test_words_stand_in_every_text_field_of_every_schema() -> None:
    missing = {}
    for kind, record in MODELS.items():
        fields = {
            path for path in text_fields(file_schema(record)) if path[0] not in SETS_SOMETHING
        }
        assert fields, kind
        files = [file for name, file in loaded().items() if kind_of(name) is kind]
        spoiled = {path for file in files for path, value in texts_in(file) if is_text(value)}
        missing[kind] = fields - spoiled
    assert not any(missing.values()), missing


def test_nothing_of_the_workspace_is_left_out(tmp_path: Path) -> None:
    plan = open_workspace(write_hostile(tmp_path / "acme", PLAIN), TODAY).plan

    assert [found for found in plan.findings if found.severity is Severity.ERROR] == []
    assert {"whole", "computed", "survey"} <= plan.kpis_by_id.keys()
    assert len(plan.improvements) == 2
