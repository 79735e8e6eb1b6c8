"""The pages of many objectives: how long they take to write, their weight, and when one is seen."""

import shutil
import tempfile
from itertools import count
from pathlib import Path

from tests.bench.commands import okr
from tests.bench.figures import Aim, Options, measure
from tests.bench.large_workspace import TODAY, write_large_workspace
from tests.bench.painting import first_paint
from tests.bench.timing import Job

_OBJECTIVES_OF_A_PAGE = 200
_CHECKIN = """\
date: {day}
by: owner-1
recorded: {day}T12:00:{second:02}Z
key_results:
  - {{key_result: 2026-Q4/objective-00003/kr-1, value: {value}, confidence: 6}}
"""


def measure_pages(options: Options) -> None:
    """Measure the site beside the report, as a whole and after a check-in; and one large page."""
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder, "workspace"), Path(folder, "site")
        write_large_workspace(root, options.objectives, commits=3)
        at = ["--root", str(root), "--today", f"{TODAY}"]
        report, rounds = okr("report", *at, "--format", "json"), options.few_rounds
        whole = okr("site", str(site), *at, prepare=lambda: shutil.rmtree(site, ignore_errors=True))
        name = f"okr site, {options.objectives:,} objectives"
        measure(f"{name} / report", whole, report, Aim(10), rounds)
        again = _after_checkin(root, site)
        measure("the same after a check-in / report", again, report, Aim(2), rounds)
    _measure_one_page(rounds)


def _after_checkin(root: Path, site: Path) -> Job:
    """Return the job of the site after one more check-in, which is made unmeasured."""
    numbers = count(1)

    def check_in() -> None:
        number = next(numbers)
        text = _CHECKIN.format(day=TODAY, second=number, value=50 + number)
        file = root / "checkins" / f"{TODAY}-owner-1-{number:08x}.yaml"
        file.write_text(text, encoding="utf-8")

    return okr("site", str(site), "--root", str(root), "--today", f"{TODAY}", prepare=check_in)


def _measure_one_page(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, page = Path(folder, "workspace"), Path(folder, "report.html")
        write_large_workspace(root, _OBJECTIVES_OF_A_PAGE, commits=3)
        at = ["--root", str(root), "--today", f"{TODAY}"]
        written = okr("report", *at, "--output", f"html={page}")
        name = f"okr report as a page, {_OBJECTIVES_OF_A_PAGE} objectives / as json"
        measure(name, written, okr("report", *at, "--format", "json"), Aim(2.5), rounds)
        weight = page.stat().st_size / 1_000_000
        seen = first_paint(page)
        said = "no browser" if seen is None else f"painted in {seen:.0f} ms (aim 1,000)"
        print(f"the page weighs {weight:.2f} MB (aim 1), {said}")
