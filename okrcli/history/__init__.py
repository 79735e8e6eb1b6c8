"""Git: the repository's state and history, and commits of exactly our files."""
