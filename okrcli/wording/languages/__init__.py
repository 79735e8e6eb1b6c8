"""The words of English, Spanish and Russian, and which of them a text is in."""
