import pytest

from okrcli.history.options import HIDDEN_VARIABLES, options_for, variables_for
from tests.repositories import git


@pytest.mark.parametrize("command", ["log", "status", "commit", "push", "a command of tomorrow"])
def test_every_call_refuses_repositories_among_files(command: str) -> None:
    assert {"safe.bareRepository=explicit", "core.fsmonitor="} <= {*options_for(command)}


@pytest.mark.parametrize("command", ["commit", "add", "push", "fetch", "a command of tomorrow"])
def test_what_writes_keeps_hooks_and_remotes(command: str) -> None:
    assert not any(each.startswith("core.hooksPath") for each in options_for(command))
    assert variables_for(command) == {"GIT_TERMINAL_PROMPT": "0"}


@pytest.mark.parametrize("command", ["log", "cat-file", "status"])
def test_what_reads_has_no_hooks_and_no_remotes(command: str) -> None:
    assert any(each.startswith("core.hooksPath") for each in options_for(command))
    assert {"GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL"} <= variables_for(command).keys()


def test_all_is_hidden_that_git_knows_of_a_repository_but_its_configuration(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    known = {*git(tmp_path_factory.getbasetemp(), "rev-parse", "--local-env-vars").split()}
    assert known - HIDDEN_VARIABLES == {"GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT"}
