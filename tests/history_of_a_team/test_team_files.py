"""The script changes each goalpost that there is."""

from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.storage.workspace import plan_of
from tests.history_of_a_team.team_files import first_files, silent_changes


def _fields_of(prefix: str, slashes: int) -> set[str]:
    return {
        change.field
        for change in silent_changes()
        if change.path.startswith(prefix) and change.ref.count("/") == slashes
    }


def test_each_goalpost_that_there_is_changes_in_silence() -> None:
    of_key_results = {name for type_ in KEY_RESULT_TYPES.values() for name in type_.goalposts()}
    assert _fields_of("objectives/", 2) == of_key_results | {"type", "steps_due", "steps_weight"}
    assert _fields_of("objectives/", 1) == {*Objective.goalposts(), "status"}
    assert _fields_of("kpis/", 0) == {*Kpi.goalposts()}
    assert _fields_of("okr.yaml", 0) == {"start", "end"}


def test_files_are_without_errors_before_and_after_each_change() -> None:
    files = first_files()
    for change in silent_changes():
        assert files[change.path].count(change.was) == 1
        files[change.path] = files[change.path].replace(change.was, change.now)
        plan = plan_of({path: text.encode() for path, text in files.items()})
        assert not [finding for finding in plan.findings if finding.severity.value == "error"]
