"""The words of English, Spanish and Russian, and the detection of a text's language."""
