"""Names that become others: of objectives, key results and KPIs, wherever they are mentioned."""
