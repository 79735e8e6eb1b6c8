"""The forms of English verbs."""

from collections.abc import Iterator
from typing import Final

from okrcli.wording.letters import word_set

_IRREGULAR: Final = (
    "grow grew grown|build built|write wrote written|win won|get got gotten|hold held|keep kept"
    "|meet met|sell sold|run ran running|begin began begun|make made making|send sent|spend spent"
    "|find found|teach taught|buy bought|drive drove driven driving|take took taken taking"
    "|bring brought|be is are was being|have has had having|become became becoming|lead led"
    "|give gave given|speak spoke spoken|choose chose chosen|rewrite rewrote rewritten"
    "|rebuild rebuilt|overhaul|lose lost|do did done does doing|go went gone goes"
    "|shrink shrank shrunk|pay paid|show showed shown|see saw seen|think thought"
    "|understand understood|strive strove striven|redo redid redone|stay stayed"
    "|oversee oversaw overseen|rise rose|fall fell fallen|eat ate eaten|drink drank|swim swam"
    "|sleep slept|quit quitting|slow slowed slowing|follow followed following|show showing"
    "|review reviewed reviewing|renew renewed renewing|interview interviewed interviewing|blow"
    "|log logged logging"
)
_SAME_IN_THE_PAST: Final = word_set(
    """
    cut hit set read cost put let shut quit beat split
    """
)
_VOWELS: Final = frozenset("aeiou")
_DOUBLED: Final = word_set(
    """
    cut hit get set run plan ship drop trim net beg win stop tag map log spin equip prep scan
    pen chop step slip swap tap commit submit begin shut put let quit split pin transfer prefer
    refer occur hop top scrap unplug plug shop
    """
)


def _regular_forms(base: str) -> Iterator[str]:
    """Give the regular forms of a verb: launch, launches, launched, launching."""
    stem = base + base[-1] if base in _DOUBLED else base
    yield base
    if base[-1] == "y" and base[-2] not in _VOWELS:
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    elif base[-1] == "e":
        yield from (base + "s", base + "d", base[:-1] + "ing")
    else:
        plural = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
        yield from (base + plural, stem + "ing")
        if base not in _SAME_IN_THE_PAST:
            yield stem + "ed"


_IRREGULAR_FORMS: Final = {group.split()[0]: group.split()[1:] for group in _IRREGULAR.split("|")}


def english_forms(base: str) -> Iterator[str]:
    """Give every form of a verb that its base form names."""
    yield from _regular_forms(base)
    yield from _IRREGULAR_FORMS.get(base, ())
