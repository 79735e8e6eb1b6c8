"""Retracts what was checked in by mistake: nothing is edited, a new entry says that it is void."""
