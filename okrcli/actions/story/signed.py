"""Whether the commits of a workspace are signed, where okr.yaml requires it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.actions.story.workspace_history import WorkspaceHistory
from okrcli.errors import OkrError
from okrcli.history.log import LogEntry
from okrcli.history.signatures import Signature, signatures_of
from okrcli.history.snapshots import contents_of
from okrcli.model.finding import Severity
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import plan_of
from okrcli.views.audit import AuditLine

_SAID: Mapping[Signature, tuple[Severity, str, str]] = {
    Signature.ABSENT: (
        Severity.ERROR,
        "This commit is not signed, and okr.yaml requires that commits are.",
        "Set commit.gpgSign to true in git, so that what comes next is signed.",
    ),
    Signature.BAD: (
        Severity.ERROR,
        "The signature of this commit is not good, or its key was revoked.",
        "Ask its author; somebody may have changed it.",
    ),
    Signature.UNVERIFIED: (
        Severity.WARNING,
        "This commit is signed, and its signature cannot be verified here.",
        "Trust its key: import it into gpg, or add it to your own gpg.ssh.allowedSignersFile.",
    ),
}


class Signed(NamedTuple):
    """The lines about signatures, and the number of commits by kind of signature."""

    lines: Sequence[AuditLine] = ()
    counts: Mapping[str, int] = {}


def signature_lines(history: WorkspaceHistory) -> Signed:
    """Return the lines about signatures; none if okr.yaml does not require any."""
    if history.plan.settings.audit.signatures != "required":
        return Signed()
    entries = [*_since_required(history)]
    found = signatures_of(history.repository, (entry.sha for entry in entries))
    lines = [
        AuditLine(*_SAID[found[entry.sha]], commit=history.authors.commit(entry))
        for entry in entries
        if found[entry.sha] in _SAID
    ]
    counts = Counter(found[entry.sha] for entry in entries)
    return Signed(lines, {signature: counts[signature] for signature in Signature})


def _since_required(history: WorkspaceHistory) -> Iterator[LogEntry]:
    """Yield the commits since okr.yaml first required signatures, that one among them."""
    entries = history.files.commits
    blobs = [entry.blob_of(SETTINGS_FILE) for entry in entries]
    raw = contents_of(history.repository, filter(None, blobs))
    requiring = (at for at, blob in enumerate(blobs) if blob and _requires(raw[blob]))
    if (first := next(requiring, None)) is not None:
        yield from entries[first:]


def _requires(settings: bytes) -> bool:
    try:
        return plan_of({SETTINGS_FILE: settings}).settings.audit.signatures == "required"
    except OkrError:
        return False
