"""Options of every call of git, so that nothing in a repository can run a program or mislead us.

A repository's own configuration, attributes and hooks may have come from anybody: in an archive, or
as a folder that looks like a repository. Commands that only read therefore start nothing but git.
Commands that commit, fetch or push are the user's wish, and run the user's hooks, filters and
signers.
"""

import os

NOWHERE = f"{os.devnull}/none"
"""A path that never exists."""

_ALWAYS = (
    # Files that a commit can hold (HEAD, objects, refs) must not pass for a repository. Git knows
    # this from 2.38 on; for those before, `unusable.require_apart` looks at the places.
    "safe.bareRepository=explicit",
    # A program that git would ask which files have changed. Git before 2.36 would run `false`.
    "core.fsmonitor=",
)

_WHEN_READING = (
    f"core.hooksPath={NOWHERE}",
    "log.showSignature=false",  # it runs gpg.program
    "log.showRoot=true",  # else the first commit has no files
    "log.follow=false",  # else the history of one path is that of another
    "core.warnAmbiguousRefs=true",  # else a tag passes for the branch of that name
)

_VARIABLES = {"GIT_TERMINAL_PROMPT": "0"}

_VARIABLES_WHEN_READING = {
    # Nothing is fetched on the way: the remote's address, its ssh command and helpers are programs.
    # Git knows the first since 2.39.4 and 2.45.1; before, the second leaves no way to a remote.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    # The commits as everybody has them, and not as this clone replaces them.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": NOWHERE,
    # Who reads writes no index, so that no hook hears of it and no other git has to wait.
    "GIT_OPTIONAL_LOCKS": "0",
    # Nobody waits for the first of many commits: else each is written to us by itself.
    "GIT_FLUSH": "0",
}

_READING = frozenset(
    {
        "cat-file",
        "check-ignore",
        "config",
        "diff-tree",
        "for-each-ref",
        "log",
        "ls-files",
        "ls-tree",
        "rev-list",
        "rev-parse",
        "status",
        "symbolic-ref",
        "var",
    }
)
"""The git commands that only read, in the way in which we call them."""

HIDDEN_VARIABLES = frozenset(
    {
        # What a surrounding hook says of its own repository. What `git -c` and GIT_CONFIG_COUNT say
        # is the user's configuration and stays: safe.directory may be set so.
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_ATTR_SOURCE",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
        # They would change how our own pathspecs are read.
        "GIT_GLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
    }
)
"""The variables that are removed from the environment of every call."""


def options_for(command: str) -> tuple[str, ...]:
    """Return the options between `git` and its *command*."""
    if command not in _READING:
        return _settings(_ALWAYS)
    return ("--no-pager", *_settings((*_ALWAYS, *_WHEN_READING)))


def variables_for(command: str) -> dict[str, str]:
    """Return the variables that a call of *command* gets in addition to the user's."""
    return _VARIABLES | (_VARIABLES_WHEN_READING if command in _READING else {})


def _settings(settings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for setting in settings for word in ("-c", setting))
