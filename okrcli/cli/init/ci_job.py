"""The job that `okr init --ci` sets up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from okrcli.actions.init.ci_files import (
    GITHUB_WORKFLOW,
    GITLAB_CONFIGURATION,
    GITLAB_JOB,
    CiServer,
    ci_files,
)
from okrcli.actions.init.requirement import Requirement, own_requirement, stated_requirement
from okrcli.cli.messages import remark, say
from okrcli.errors import UsageError

_FILES: Mapping[CiServer, str] = {"github": GITHUB_WORKFLOW, "gitlab": GITLAB_JOB}


@dataclass(frozen=True, slots=True)
class CiJob:
    """A job of a CI server, and what it installs."""

    server: CiServer
    requirement: Requirement

    def files(self, folder: str) -> Mapping[str, bytes]:
        """Return the files for the workspace in *folder*, posix from the repository's root."""
        return ci_files(self.server, folder, self.requirement.text)

    def tell(self, written: Collection[str]) -> None:
        """Say what the job installs, and what is left to do; *written* are the new files."""
        if _FILES[self.server] in written:
            self._tell_install(_FILES[self.server])
        else:
            say(f"{_FILES[self.server]} was there already: it still installs what it says.")
        if self.server == "gitlab" and GITLAB_CONFIGURATION not in written:
            say(f"Add to the `include:` of {GITLAB_CONFIGURATION}: local: {GITLAB_JOB}")

    def _tell_install(self, file: str) -> None:
        if self.requirement.text:
            say(f"The job installs {self.requirement.text} ({self.requirement.origin}).")
            return
        remark(
            f"The job cannot install okr yet: {self.requirement.origin}."
            f" Change the marked line in {file}; until then the job fails."
        )


def ci_job(server: CiServer | None, install: str | None) -> CiJob | None:
    """Return the job for *server* that installs *install*, by default the okr that runs here.

    Raises:
        UsageError: *install* cannot stand in a job, or there is none.
    """
    if server is not None:
        return CiJob(server, own_requirement() if install is None else stated_requirement(install))
    if install is not None:
        raise UsageError("--install needs --ci.", "Add --ci github or --ci gitlab.")
    return None
