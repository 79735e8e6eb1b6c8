"""Reads what people write, in English, Spanish and Russian: numbers, and the titles of OKRs."""
