import yaml

from okrcli.actions.init.ci_text import (
    install_command,
    install_note,
    job_name,
    yaml_list,
    yaml_scalar,
)


def test_job_is_called_by_the_folder() -> None:
    assert [job_name(folder) for folder in (".", "my okrs", "a/b")] == [
        "okr",
        "okr-my-okrs",
        "okr-a-b",
    ]


def test_requirement_is_one_word_and_its_lack_is_told() -> None:
    assert install_command("okrcli @ x; id") == "python -I -m pip install --quiet 'okrcli @ x; id'"
    assert install_command(None).endswith("exit 1")
    assert install_note("okrcli", "  ") == ""
    assert install_note(None, "  ").startswith("  # CHANGE THE NEXT LINE")


def test_scalars_and_lists_are_read_back_by_yaml() -> None:
    assert yaml.safe_load(yaml_scalar('a: "b" #c')) == 'a: "b" #c'
    assert yaml.safe_load(yaml_list(["a*", "b: c"])) == ["a*", "b: c"]
