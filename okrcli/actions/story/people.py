"""The commits of a story, and the people who made them."""

from dataclasses import field

from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.model.people import AddressBook
from okrcli.model.settings import Settings
from okrcli.views.story import StoryCommit


@frozen_dataclass
class Authors:
    """Who made which commit, by the addresses in okr.yaml."""

    book: AddressBook
    _commits: dict[str, StoryCommit] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> "Authors":
        """Return the authors known from *settings*."""
        return cls(AddressBook.of(settings.people))

    def commit(self, entry: LogEntry) -> StoryCommit:
        """Return a commit with the people who made it."""
        if entry.sha not in self._commits:
            others = (self.name_of(*other) for other in entry.co_authors)
            self._commits[entry.sha] = StoryCommit(
                entry.sha,
                entry.day,
                self.name_of(entry.author, entry.email),
                entry.email,
                tuple(dict.fromkeys(others)),
                entry.subject,
            )
        return self._commits[entry.sha]

    def name_of(self, name: str, email: str) -> str:
        """Return the id of the person with the address, or the name, or the address."""
        return " or ".join(self.book.ids_for(name, email)) or name or email
