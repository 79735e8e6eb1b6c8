"""K: the set of KPIs is small, whole and read in time."""
