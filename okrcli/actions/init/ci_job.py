"""The job of a CI server that checks a workspace."""

from collections.abc import Collection, Iterator, Mapping

from okrcli.actions.init.ci_files import GITLAB_CONFIGURATION, ci_files, job_file
from okrcli.actions.init.requirement import Requirement, own_requirement, stated_requirement
from okrcli.choices import Audience, CiServer
from okrcli.frozen import frozen_dataclass


@frozen_dataclass
class CiJob:
    """A job of a CI server that checks one workspace.

    Attributes:
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
        requirement: What the job installs.
        pages: Who sees the pages that another job publishes; `None` for no such job.
    """

    server: CiServer
    folder: str
    requirement: Requirement
    pages: Audience | None = None

    @property
    def files(self) -> Mapping[str, bytes]:
        """Its files, by posix path from the repository's root."""
        return ci_files(self.server, self.folder, self.requirement.text, self.pages)

    @property
    def _file(self) -> str:
        return job_file(self.server, self.folder)

    @property
    def _pages_file(self) -> str:
        return job_file(self.server, self.folder, pages=True)

    def lines(self, written: Collection[str]) -> Iterator[str]:
        """Yield what the job installs, and what is left to do; *written* are the new files."""
        file = self._file
        if file not in written:
            yield f"{file} already exists, so what it installs has not changed."
        elif self.requirement.text:
            yield f"The job installs {self.requirement.text} ({self.requirement.origin})."
        if self.server == "gitlab" and GITLAB_CONFIGURATION not in written:
            yield f"Add to the `include:` of {GITLAB_CONFIGURATION}: local: {file}"
            if self.pages:
                yield f"And for the pages: local: {self._pages_file}"
        if self.pages and self._pages_file in written:
            yield (
                f"{self._pages_file} publishes the site with --publish {self.pages.value}. Look who"
                " can see your pages before you let it show more."
            )
            if self.server == "github":
                yield "In the repository's settings, choose GitHub Actions as the source of Pages."

    def remarks(self, written: Collection[str]) -> Iterator[str]:
        """Yield why the job cannot work yet."""
        files = [self._file, *([self._pages_file] if self.pages else [])]
        new = [file for file in files if file in written]
        if new and not self.requirement.text:
            yield (
                f"The job cannot install okr yet: {self.requirement.origin}."
                f" Change the marked line in {' and '.join(new)}; until then the job fails."
            )


def ci_job(
    server: CiServer, folder: str, install: str | None, pages: Audience | None = None
) -> CiJob:
    """Return the job for *server* that checks the workspace in *folder*.

    Args:
        server: Which kind of server.
        folder: As of `CiJob`.
        install: What it installs, by default the okr that runs here.
        pages: As of `CiJob`.

    Raises:
        UsageError: *install* cannot stand in a job.
    """
    requirement = own_requirement() if install is None else stated_requirement(install)
    return CiJob(server, folder, requirement, pages)
