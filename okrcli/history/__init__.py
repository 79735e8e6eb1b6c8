"""Git: what the repository says, and commits of exactly our files."""
