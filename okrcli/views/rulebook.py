"""The rules of the check, with all that there is to say about them."""

from collections.abc import Mapping
from dataclasses import field

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, Severity
from okrcli.model.settings import Profile


@frozen_dataclass
class RuleSheet:
    """One rule with all that there is to say about it.

    Attributes:
        severities: The severity of its findings in each profile.
        here: Its severity in the current workspace, `off` if it does not apply there; `None`
            outside of any workspace.
        fixed: Whether its findings can be fixed automatically.
        silenced: Whether it can be silenced.
        path: The path of the example's file.
        beside: The texts of the other files that the example needs, by path.
        before: The texts of the files that an earlier commit has, by path.
        author: The email address of the committer of the example's file; empty if that does not
            matter.
        found: The findings in the failing example.
    """

    code: str
    name: str
    severities: Mapping[Profile, Severity]
    here: str | None
    explanation: str
    source: str
    fixed: bool
    silenced: bool
    path: str
    failing: str
    passing: str
    beside: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    found: tuple[Finding, ...] = ()
    moved_to: str | None = None

    @property
    def passing_path(self) -> str:
        """Where the file should be."""
        return self.moved_to or self.path

    @property
    def title(self) -> str:
        """Code and name."""
        return f"{self.code} {self.name}"

    @property
    def committer(self) -> str:
        """Who committed the example's file, as text to follow its path; empty for anybody."""
        return f", committed by {self.author}" if self.author else ""


@frozen_dataclass
class Rulebook:
    """Some rules.

    Attributes:
        explained: Whether to say everything of each, or a line.
    """

    rules: tuple[RuleSheet, ...]
    explained: bool


PROFILES: tuple[Profile, ...] = ("draft", "basic", "strict")
