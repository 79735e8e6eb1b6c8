"""`okr kpi`: a file for each command."""
