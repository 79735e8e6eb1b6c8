"""New objectives, key results and KPIs, from fields, titles and the catalogue."""
