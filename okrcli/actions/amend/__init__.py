"""Open changes of what was agreed: amendments, dropping, cancelling."""
