"""Carries objectives over to the next cycle, as drafts."""
