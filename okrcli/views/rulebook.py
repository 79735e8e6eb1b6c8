"""What `okr rule` shows of the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from okrcli.model.finding import Finding, Severity
from okrcli.model.settings import Profile


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """One rule with all that there is to say of it.

    Attributes:
        severities: Of its findings in each profile.
        here: What it is in the workspace at hand, `off` when it does not apply; `None` outside of
            any workspace.
        fixed: Whether what it finds can be fixed without asking.
        silenced: Whether it can be silenced.
        path: Where the example's file stands.
        beside: The texts of the other files that the example needs, by path.
        before: The texts of the files that an earlier commit has, by path.
        author: The address of who committed the example's file; empty where that does not matter.
        found: What it finds in the failing example.
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
        """By whom the example's file was committed, to stand behind its path; empty for anybody."""
        return f", committed by {self.author}" if self.author else ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Some rules.

    Attributes:
        explained: Whether to say everything of each, or a line.
    """

    rules: tuple[RuleSheet, ...]
    explained: bool


PROFILES: tuple[Profile, ...] = ("draft", "basic", "strict")
