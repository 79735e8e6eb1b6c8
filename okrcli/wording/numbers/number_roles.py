"""From the numbers of a title to its baseline, its target and its change."""

from collections.abc import Sequence
from typing import Final

from okrcli.wording.numbers.amounts import find_amount
from okrcli.wording.numbers.baselines import find_baseline, in_unit_of, with_baseline
from okrcli.wording.numbers.cues import role_before
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.pairs import find_pair, read_pair
from okrcli.wording.numbers.targets import with_target
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.title_context import Noted, Reading, Scene

_BRACKETS: Final = pattern(r"[(\[][^()\[\]]*[)\]]?")


def read_figures(figures: Sequence[Figure], scene: Scene) -> Reading:
    """Decide what each number is, as far as the words say so."""
    noted = _note(figures, scene)
    outside = [each for each in noted if not each.bracket] or noted
    pair = find_pair(outside, scene) or find_pair(noted, scene)
    if pair is not None:
        return read_pair(*pair, scene)
    baseline = find_baseline(noted, scene)
    rest = in_unit_of(baseline, [each for each in outside if each is not baseline])
    reading = find_amount(rest, scene)
    return with_baseline(with_target(reading, rest, noted, scene), baseline)


def _note(figures: Sequence[Figure], scene: Scene) -> list[Noted]:
    """Return the figures with their roles and brackets."""
    brackets = [match.span() for match in _BRACKETS.finditer(scene.flat)]
    noted = []
    end = 0
    for figure in figures:
        inside = next((n for n, (a, b) in enumerate(brackets, 1) if a <= figure.start < b), 0)
        begin = max(end, brackets[inside - 1][0]) if inside else end
        role = role_before(scene.flat[begin : figure.start], scene.language)
        noted.append(Noted(figure, role, inside))
        end = figure.end
    return noted
