"""The key-result types; a new one is registered here and nowhere else."""

from typing import Annotated

from pydantic import Field

from okrcli.model.key_results.base import Amendment, KeyResultBase
from okrcli.model.key_results.binary import Binary
from okrcli.model.key_results.maintain import Maintain
from okrcli.model.key_results.metric import Metric
from okrcli.model.key_results.milestones import Milestones, Step

KeyResult = Metric | Maintain | Milestones | Binary
KeyResultField = Annotated[KeyResult, Field(discriminator="type", title="Key result")]

__all__ = [
    "Amendment",
    "Binary",
    "KeyResult",
    "KeyResultBase",
    "KeyResultField",
    "Maintain",
    "Metric",
    "Milestones",
    "Step",
]
