"""`python -m tests.pages.pictures` makes the README's pictures again, from what `okr` prints.

The page needs Chromium and Playwright. What it was made from is recorded beside it as a hash,
because the same page is drawn with other fonts elsewhere.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.pages.conftest import CHROMIUM, QUIET

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "pictures"
TERMINAL = FOLDER / "terminal.svg"
PAGE = FOLDER / "page.png"
PAGE_SOURCE = FOLDER / "page.source.sha256"
EXAMPLE = "crm"
COLUMNS = 100
WIDTH = 1200

_EDGES = """() => {
    const section = document.querySelector("section[aria-labelledby=objectives]");
    const team = section.querySelectorAll("tbody:not(.group)")[1];
    return [section.getBoundingClientRect().top, team.getBoundingClientRect().bottom];
}"""
_THEME = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [
        (72, 79, 88),
        (255, 123, 114),
        (86, 211, 100),
        (227, 179, 65),
        (121, 192, 255),
        (210, 168, 255),
        (86, 212, 221),
        (177, 186, 196),
    ],
    [(145, 152, 161)],
)
# Rich's own format names fonts at an address in the net.
_FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, \
"DejaVu Sans Mono", monospace; }}
.{unique_id}-title {{ font: bold 18px sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def report(*options: str) -> str:
    """Return what `okr report` prints of the example on a fixed day, outside of any repository."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples" / EXAMPLE, Path(folder) / EXAMPLE)
        command = ["-m", "okrcli", "report", "--today", "2026-11-20", "--no-cache", *options]
        return subprocess.run(
            [sys.executable, *command, "--root", str(Path(folder) / EXAMPLE)],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1", "TERM": "xterm"},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout


def terminal_picture() -> str:
    """Return the SVG of the report in a terminal."""
    console = Console(
        record=True,
        width=COLUMNS,
        file=StringIO(),
        color_system="standard",
        force_terminal=True,
        legacy_windows=False,
        no_color=False,
        _environ={"TERM": "xterm"},
    )
    console.print(Text.from_ansi(report("--color", "always")), soft_wrap=True, end="")
    drawn = console.export_svg(
        title="okr report", theme=_THEME, code_format=_FORMAT, unique_id="okr"
    )
    return "".join(f"{line.strip()}\n" for line in drawn.splitlines() if line.strip())


def page_source() -> tuple[str, str]:
    """Return the page of the report, and its hash."""
    html = report("--format", "html")
    return html, f"{hashlib.sha256(html.encode()).hexdigest()}\n"


def page_picture(html: str) -> bytes:
    """Return the PNG of the objectives of the first two teams, in a window of 1,200 pixels."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it may not be installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page(viewport={"width": WIDTH, "height": WIDTH}, color_scheme="light")
        page.set_content(html)
        top, bottom = page.evaluate(_EDGES)
        picture = page.screenshot(
            clip={"x": 0, "y": top - 16, "width": WIDTH, "height": bottom - top + 24},
            full_page=True,
        )
        browser.close()
    return picture


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    TERMINAL.write_bytes(terminal_picture().encode())
    html, source = page_source()
    PAGE.write_bytes(page_picture(html))
    PAGE_SOURCE.write_bytes(source.encode())


if __name__ == "__main__":
    main()
