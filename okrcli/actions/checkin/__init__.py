"""Check-ins, from values of key results and KPIs."""
