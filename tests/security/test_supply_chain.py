"""What is installed is what was meant, and nothing that lies about in a checkout is run for it."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.init import requirement as requirements
from okrcli.actions.init.ci_files import ci_files
from okrcli.actions.init.requirement import Requirement, own_requirement, stated_requirement
from okrcli.errors import UsageError
from tests.ci.jobs import ACTION, Runner
from tests.cli.processes import PROJECT
from tests.cli.workspaces import FILES, write
from tests.repositories import commit_file, git, make_remote

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT}


class Installed(Distribution):
    """okrcli, as an installer has put it somewhere."""

    def __init__(self, installer: str, note: str | None) -> None:
        self.files_of_it = {
            "METADATA": "Metadata-Version: 2.1\nName: okrcli\nVersion: 1.2.3\n",
            "INSTALLER": installer,
            "direct_url.json": note,
        }

    def read_text(self, filename: str) -> str | None:
        return self.files_of_it.get(filename)

    def locate_file(self, path: Any) -> Any:
        raise NotImplementedError


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what gives the requirement for an okr of which the installer has noted something."""

    def of(note: object, installer: str = "pip\n") -> Requirement:
        text = note if isinstance(note, str | None) else json.dumps(note)
        monkeypatch.setattr(requirements, "distribution", lambda _: Installed(installer, text))
        return own_requirement()

    return of


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            {"url": "https://github.com/acme/okr", "vcs_info": GIT},
            f"okrcli @ git+https://github.com/acme/okr@{COMMIT}",
        ),
        (
            {"url": "https://git.acme.example:8443/x/okr.git", "vcs_info": GIT},
            f"okrcli @ git+https://git.acme.example:8443/x/okr.git@{COMMIT}",
        ),
        (
            {"url": "https://ana:s3cret@github.com/acme/okr.git", "vcs_info": GIT},
            f"okrcli @ git+https://github.com/acme/okr.git@{COMMIT}",
        ),
        (
            {"url": "ssh://git:s3cret@git.acme.example/acme/okr.git", "vcs_info": GIT},
            f"okrcli @ git+ssh://git@git.acme.example/acme/okr.git@{COMMIT}",
        ),
        (
            {"url": "ssh://git@github.com:22/acme/okr.git", "vcs_info": GIT},
            f"okrcli @ git+https://github.com/acme/okr.git@{COMMIT}",
        ),
        (
            {"url": "https://github.com/acme/all", "vcs_info": GIT, "subdirectory": "tools/okr"},
            f"okrcli @ git+https://github.com/acme/all@{COMMIT}#subdirectory=tools/okr",
        ),
        (
            {
                "url": "https://acme.example/okrcli-0.1.0-py3-none-any.whl",
                "archive_info": {"hashes": {"sha256": "ab" * 32}},
            },
            f"okrcli @ https://acme.example/okrcli-0.1.0-py3-none-any.whl#sha256={'ab' * 32}",
        ),
        (None, "okrcli==1.2.3"),
    ],
)
def test_requirement_is_what_is_installed_here(noted: Any, note: object, text: str) -> None:
    assert noted(note).text == text


NOWHERE = [
    {"url": "https://github.com/acme/okr", "vcs_info": {"vcs": "git", "commit_id": "main"}},
    {"url": "https://github.com/acme/okr", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
    {"url": "https://github.com/acme/okr", "vcs_info": "git"},
    {"url": "http://acme.example/okr", "vcs_info": GIT},
    {"url": "git://acme.example/okr", "vcs_info": GIT},
    {"url": "https://acme.example/okr?private_token=s3cret", "vcs_info": GIT},
    {"url": "https://acme.example/${{ secrets.TOKEN }}", "vcs_info": GIT},
    {"url": "https://acme.example/'; touch PWNED; '", "vcs_info": GIT},
    {"url": "https://acme.example/a\nb", "vcs_info": GIT},
    {"url": "https://acme.example/okr\n", "vcs_info": GIT},
    {"url": "https://acme.example/a%0ab", "vcs_info": GIT},
    {"url": "https://аcme.example/okr", "vcs_info": GIT},
    {"url": "ssh://-oProxyCommand=id/okr", "vcs_info": GIT},
    {"url": "ssh://-l@acme.example/okr", "vcs_info": GIT},
    {"url": "https://acme.example/../okr", "vcs_info": GIT},
    {"url": "https://acme.example/okr", "vcs_info": GIT, "subdirectory": "../x"},
    {"url": "https://acme.example/okr", "vcs_info": GIT, "subdirectory": "a&egg=evil"},
    {"url": "file:///home/ana/okrcli-0.1.0.whl", "archive_info": {}},
    {"url": "http://acme.example/okrcli-0.1.0.whl", "archive_info": {}},
    {"url": 7},
    [],
    "not JSON",
    "",
]


@pytest.mark.parametrize("note", NOWHERE)
def test_address_that_others_cannot_use_is_not_made_up(noted: Any, note: object) -> None:
    found = noted(note)

    assert found.text is None
    assert "okr was installed from" in found.origin


@pytest.mark.parametrize("installer", ["conda\n", "debian", ""])
def test_package_of_another_installer_is_not_taken_for_one_from_an_index(
    noted: Any, installer: str
) -> None:
    assert noted(None, installer).text is None


def test_okr_that_is_not_installed_has_no_requirement(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Distribution:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(requirements, "distribution", missing)
    assert own_requirement().text is None


PLAIN = re.compile(
    r"okrcli @ (git\+)?(https|ssh)://[\w.~+:@/-]+(#(subdirectory=[\w./~+-]+|sha256=\w{64}))?",
    re.ASCII,
)


@given(
    before=st.sampled_from(["https://", "ssh://", "git@", "https://a.example/", ""]),
    text=st.text(),
)
def test_no_address_brings_more_than_an_address(before: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        note = json.dumps({"url": before + text, "vcs_info": GIT})
        patch.setattr(requirements, "distribution", lambda _: Installed("pip", note))
        found = own_requirement().text
    assert found is None or PLAIN.fullmatch(found)


@pytest.mark.parametrize(
    "text",
    [
        "okrcli @ git+https://t0ken@acme.example/okr@main",
        "okrcli @ git+https://ana:s3cret@acme.example/okr@main",
        "okrcli @ git+HTTPS://t0ken@acme.example/okr@main",
        "okrcli @ git+ssh://git:s3cret@acme.example/okr@main",
    ],
)
def test_credentials_are_not_written_into_a_job(text: str) -> None:
    with pytest.raises(UsageError, match="a password") as raised:
        stated_requirement(text)
    assert "s3cret" not in raised.value.message


def test_user_of_ssh_is_no_credential() -> None:
    text = "okrcli @ git+ssh://git@acme.example/okr@main"
    assert stated_requirement(text).text == text


@pytest.fixture
def checkout(repository: Path) -> Path:
    """Return a repository that okr is installed from as a folder."""
    commit_file(repository, "pyproject.toml", "[project]\nname = 'okrcli'\n")
    return repository


def folder_note(folder: Path) -> Mapping[str, object]:
    return {"url": folder.as_uri(), "dir_info": {"editable": True}}


def test_folder_stands_for_its_commit_on_a_remote(noted: Any, checkout: Path) -> None:
    make_remote(checkout)
    git(checkout, "remote", "set-url", "origin", "https://ana:s3cret@acme.example/okr.git")
    commit = git(checkout, "rev-parse", "HEAD")

    found = noted(folder_note(checkout))
    assert found.text == f"okrcli @ git+https://acme.example/okr.git@{commit}"


def test_part_of_a_repository_stands_for_that_part(noted: Any, checkout: Path) -> None:
    commit = commit_file(checkout, "tools/okr/pyproject.toml", "[project]\nname = 'okrcli'\n")
    make_remote(checkout)
    git(checkout, "remote", "set-url", "origin", "git@github.com:acme/all.git")

    found = noted(folder_note(checkout / "tools/okr"))
    assert found.text == (
        f"okrcli @ git+https://github.com/acme/all.git@{commit}#subdirectory=tools/okr"
    )


def test_commit_of_a_local_repository_stands_for_its_remote(noted: Any, checkout: Path) -> None:
    commit = git(checkout, "rev-parse", "HEAD")
    make_remote(checkout)
    git(checkout, "remote", "set-url", "origin", "https://acme.example/okr.git")
    commit_file(checkout, "later.txt", "Not pushed.\n")

    note = {"url": checkout.as_uri(), "vcs_info": {"vcs": "git", "commit_id": commit}}
    assert noted(note).text == f"okrcli @ git+https://acme.example/okr.git@{commit}"


def test_commit_that_is_not_pushed_is_not_known_elsewhere(noted: Any, checkout: Path) -> None:
    make_remote(checkout)
    git(checkout, "remote", "set-url", "origin", "https://acme.example/okr.git")
    commit_file(checkout, "later.txt", "Not pushed.\n")

    assert noted(folder_note(checkout)).text is None


def test_folder_that_git_does_not_keep_is_not_taken_for_its_repository(
    noted: Any, checkout: Path
) -> None:
    commit_file(checkout, ".gitignore", "vendor\n")
    make_remote(checkout)
    git(checkout, "remote", "set-url", "origin", "https://acme.example/another.git")
    write(checkout / "vendor/okr", {"pyproject.toml": ""})

    assert noted(folder_note(checkout / "vendor/okr")).text is None


def test_folder_without_a_remote_and_one_that_is_gone_are_not_known_elsewhere(
    noted: Any, checkout: Path, tmp_path: Path
) -> None:
    assert noted(folder_note(checkout)).text is None
    assert noted(folder_note(tmp_path / "gone/okr")).text is None


HOSTILE = "open({marker!r}, 'w').close()\n"
MODULES = ("pip", "venv", "typer", "git", "pydantic", "ruamel", "filelock", "json", "re", "ctypes")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a workspace with modules that tell when they are run."""
    folder = write(tmp_path / "clone", FILES)
    code = HOSTILE.format(marker=str(tmp_path / "PWNED"))
    write(folder, {f"{name}.py": code for name in MODULES})
    return folder


def is_pwned(folder: Path) -> bool:
    return (folder.parent / "PWNED").exists()


def install_of(server: str) -> str:
    if server == "github":
        (text,) = ci_files("github", ".", "no-such-package==1").values()
        return str(yaml.safe_load(text)["jobs"]["check"]["steps"][2]["run"])
    text = ci_files("gitlab", ".", "no-such-package==1")[".gitlab-ci.okr.yml"]
    return str(yaml.safe_load(text)["okr"]["script"][0])


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_job_installs_with_pip_and_not_with_a_file_of_the_checkout(
    hostile: Path, server: str
) -> None:
    install = install_of(server)
    Runner(hostile).bash(install, variables={"PIP_NO_INDEX": "1"})
    assert not is_pwned(hostile)

    Runner(hostile).bash(install.replace(" -I", ""), variables={"PIP_NO_INDEX": "1"})
    assert is_pwned(hostile)


def test_every_module_that_a_job_or_the_readme_runs_is_run_apart_from_the_checkout() -> None:
    files = [ACTION, PROJECT / ".ci/run", PROJECT / "README.md"]
    files += (PROJECT / ".github/workflows").glob("*.yml")
    runs = re.compile(r"python[\w.]*\"?( -\w+)* -m (pip|venv|ensurepip)\b.*")

    lines = [found[0] for file in files for found in runs.finditer(file.read_text("utf-8"))]
    assert len(lines) > 5
    # The README's `python3 -m venv` is run in a clone of this repository, which has no such file.
    own = [line for line in lines if " -I " not in line]
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip") for line in own)


def test_okr_run_as_a_module_runs_no_file_of_the_checkout(hostile: Path) -> None:
    command = (sys.executable, "-m", "okrcli", "check", "--exit-zero", "--today", "2026-11-20")
    done = subprocess.run(command, cwd=hostile, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert not is_pwned(hostile)
