"""The list of KPIs with their value, trend, target and health, as text."""
