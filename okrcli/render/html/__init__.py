"""Pages that need no server, no script and nothing from anywhere."""
