"""An examination as a table, to be put into the report of a bug."""

from okrcli.printable import inert_markdown
from okrcli.render.doctor.looks import LOOKS, summary
from okrcli.render.options import RenderOptions
from okrcli.render.text.rows import markdown_lines
from okrcli.views.doctor import Diagnosis, Examination

_COLUMNS = ("State", "About", "What", "Next step")


def render(examination: Examination, options: RenderOptions) -> str:
    """Return a row for each thing that was looked at."""

    def row(diagnosis: Diagnosis) -> tuple[str, ...]:
        hints = " ".join(options.words.sentence(hint) for hint in diagnosis.hints)
        return (
            f"{LOOKS[diagnosis.state].symbol} {diagnosis.state}",
            diagnosis.about,
            inert_markdown(diagnosis.message),
            inert_markdown(hints),
        )

    table = markdown_lines(_COLUMNS, map(row, examination.diagnoses))
    return "\n".join((*table, "", summary(examination), ""))
