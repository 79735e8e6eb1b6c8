"""Short ids for additions: two or three words of the title, to be typed in commands."""

import re
from collections.abc import Callable, Iterable
from itertools import dropwhile, takewhile

from okrcli.actions.ids import free_id, id_from
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.base import ID_PATTERN
from okrcli.wording.letters import fold, word_set
from okrcli.wording.titles.statement import Statement

_MOST_WORDS = 3
_SMALL_WORDS = word_set(
    """
    a an the of to in on at by for from with without within and or that which who is are be being
    been has have all every each we our us their its it they as than more
    el la los las un una unos unas de del al a en por para con sin y e o u que se es son ser su sus
    nuestro nuestra nuestros nuestras lo todo toda todos todas cada mas
    и в во на по к ко с со из от до для без за о об у не что который которые все всех каждый это
    мы наш наша наши их его ее как
    """
)


def short_id(title: str, read: Callable[[str], Statement] | None = None) -> str:
    """Return an id of two or three significant words of *title*; empty without letters.

    Args:
        title: In any script.
        read: The reader of titles: verbs that only say that something changes are left out.
    """
    text = _without_verb(title, read(title)) if read else title
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)
    behind = dropwhile(_says_little, words)
    telling = [word for word in takewhile(_has_no_digit, behind) if not _says_little(word)]
    return id_from(" ".join(telling[:_MOST_WORDS])) or id_from(title)


@frozen_dataclass
class NewId:
    """The id of something new.

    Attributes:
        proposed: The default id.
        taken: Ids that are in use.
    """

    proposed: str
    taken: frozenset[str]

    @classmethod
    def of(
        cls,
        title: str,
        taken: Iterable[str],
        otherwise: str,
        read: Callable[[str], Statement] | None = None,
    ) -> "NewId":
        """Return the id for *title*, or for *otherwise* if the title has no letters."""
        found = frozenset(taken)
        return cls(free_id(short_id(title, read) or otherwise, {*found}), found)

    def chosen(self, id_: str) -> str:
        """Return *id_*, which somebody chose.

        Raises:
            UsageError: It is not an id, or is in use.
        """
        if not re.fullmatch(ID_PATTERN, id_):
            raise UsageError(f"'{id_}' is no id.", "Write it in small letters, as in cx-leader.")
        if id_ in self.taken:
            raise UsageError(f"'{id_}' is taken.", "Choose another id.")
        return id_


def _says_little(word: str) -> bool:
    return fold(word) in _SMALL_WORDS or not _has_no_digit(word)


def _has_no_digit(word: str) -> bool:
    return not any(map(str.isdigit, word))


def _without_verb(title: str, read: Statement) -> str:
    """Return *title* without its leading verb, unless it is a task."""
    if read.verb is None or read.verb_group == "task":
        return title
    return read.text[read.verb.end :]
