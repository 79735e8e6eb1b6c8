"""Takes back what was checked in by mistake: nothing is edited, an entry says that it is void."""
