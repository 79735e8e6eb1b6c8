"""Shows an addition before it is written, and asks for confirmation."""

from collections.abc import Sequence

from okrcli.actions.additions import Addition, propose
from okrcli.actions.workspace import Workspace
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.prompts import confirm
from okrcli.cli.saving import open_saver
from okrcli.cli.writing import SavingWish
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding


@frozen_dataclass
class Adder:
    """Adds to a workspace.

    Attributes:
        ask: Whether to ask for confirmation.
    """

    workspace: Workspace
    saving: SavingWish
    ask: bool

    def add(self, addition: Addition) -> bool:
        """Show the findings about *addition*, then write and commit it; return whether it was done.

        Raises:
            OkrError: It would add errors to the workspace.
        """
        proposal = propose(self.workspace, addition)
        if self.ask:
            remark_all(proposal.shown)
        else:
            proposal.require_no_errors()
        tell_findings(proposal.findings)
        question = f"Add this to {', '.join(proposal.change.paths)}?"
        if self.ask and not confirm(question, default=not proposal.errors):
            remark("Nothing was written.")
            return False
        saver = open_saver(self.workspace.root, self.saving)
        saver.save(proposal.change, proposal.change.lines)
        return not self.saving.dry_run


def tell_findings(findings: Sequence[Finding]) -> None:
    """Say what a check is going to say."""
    remark("`okr check` will say:" if findings else "`okr check` finds nothing wrong in it.")
    for finding in findings:
        rule = f"{finding.severity} {finding.rule.code} {finding.rule.name}"
        remark(f"  {rule}: {finding.message} {COMMAND_LINE.sentence(finding.hint)}".rstrip())
