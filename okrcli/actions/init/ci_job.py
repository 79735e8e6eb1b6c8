"""The job of a CI server that checks a workspace."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from okrcli.actions.init.ci_files import (
    GITHUB_WORKFLOW,
    GITLAB_CONFIGURATION,
    GITLAB_JOB,
    CiServer,
    ci_files,
)
from okrcli.actions.init.requirement import Requirement, own_requirement, stated_requirement

_FILES: Mapping[CiServer, str] = {"github": GITHUB_WORKFLOW, "gitlab": GITLAB_JOB}


@dataclass(frozen=True, slots=True)
class CiJob:
    """A job of a CI server, and what it installs."""

    server: CiServer
    requirement: Requirement

    def files(self, folder: str) -> Mapping[str, bytes]:
        """Return the files for the workspace in *folder*, posix from the repository's root."""
        return ci_files(self.server, folder, self.requirement.text)

    def lines(self, written: Collection[str]) -> Iterator[str]:
        """Yield what the job installs, and what is left to do; *written* are the new files."""
        file = _FILES[self.server]
        if file not in written:
            yield f"{file} was there already: it still installs what it says."
        elif self.requirement.text:
            yield f"The job installs {self.requirement.text} ({self.requirement.origin})."
        if self.server == "gitlab" and GITLAB_CONFIGURATION not in written:
            yield f"Add to the `include:` of {GITLAB_CONFIGURATION}: local: {GITLAB_JOB}"

    def remarks(self, written: Collection[str]) -> Iterator[str]:
        """Yield why the job cannot work yet."""
        file = _FILES[self.server]
        if file in written and not self.requirement.text:
            yield (
                f"The job cannot install okr yet: {self.requirement.origin}."
                f" Change the marked line in {file}; until then the job fails."
            )


def ci_job(server: CiServer, install: str | None) -> CiJob:
    """Return the job for *server* that installs *install*, by default the okr that runs here.

    Raises:
        UsageError: *install* cannot stand in a job.
    """
    return CiJob(server, own_requirement() if install is None else stated_requirement(install))
