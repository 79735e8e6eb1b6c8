"""Readings of KPIs in a table: which columns have them, and what each row says."""
