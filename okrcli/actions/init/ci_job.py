"""The job of a CI server that checks a workspace."""

from collections.abc import Collection, Iterator, Mapping

from okrcli.actions.init.ci_files import GITLAB_CONFIGURATION, ci_files, job_file
from okrcli.actions.init.requirement import Requirement, own_requirement, stated_requirement
from okrcli.choices import CiServer
from okrcli.frozen import frozen_dataclass


@frozen_dataclass
class CiJob:
    """A job of a CI server that checks one workspace.

    Attributes:
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
        requirement: What the job installs.
    """

    server: CiServer
    folder: str
    requirement: Requirement

    @property
    def files(self) -> Mapping[str, bytes]:
        """Its files, by posix path from the repository's root."""
        return ci_files(self.server, self.folder, self.requirement.text)

    @property
    def _file(self) -> str:
        return job_file(self.server, self.folder)

    def lines(self, written: Collection[str]) -> Iterator[str]:
        """Yield what the job installs, and what is left to do; *written* are the new files."""
        file = self._file
        if file not in written:
            yield f"{file} already exists, so what it installs has not changed."
        elif self.requirement.text:
            yield f"The job installs {self.requirement.text} ({self.requirement.origin})."
        if self.server == "gitlab" and GITLAB_CONFIGURATION not in written:
            yield f"Add to the `include:` of {GITLAB_CONFIGURATION}: local: {file}"

    def remarks(self, written: Collection[str]) -> Iterator[str]:
        """Yield why the job cannot work yet."""
        file = self._file
        if file in written and not self.requirement.text:
            yield (
                f"The job cannot install okr yet: {self.requirement.origin}."
                f" Change the marked line in {file}; until then the job fails."
            )


def ci_job(server: CiServer, folder: str, install: str | None) -> CiJob:
    """Return the job for *server* that checks the workspace in *folder*.

    Args:
        server: Which kind of server.
        folder: As of `CiJob`.
        install: What it installs, by default the okr that runs here.

    Raises:
        UsageError: *install* cannot stand in a job.
    """
    requirement = own_requirement() if install is None else stated_requirement(install)
    return CiJob(server, folder, requirement)
