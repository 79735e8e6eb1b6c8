"""K: the set of KPIs is small, complete and read on time."""
