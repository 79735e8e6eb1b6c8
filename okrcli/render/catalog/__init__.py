"""The catalogue of KPIs as text."""
