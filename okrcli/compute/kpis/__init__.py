"""KPIs as of a day: health, segments, formulas, surveys, alerts, and which fit a theme."""
