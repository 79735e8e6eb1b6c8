"""Answers to surveys in words, in English, Spanish and Russian."""
