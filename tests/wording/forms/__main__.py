"""Writes the tables of word forms anew."""

from tests.wording.forms.tables import write_tables

if __name__ == "__main__":
    write_tables()
