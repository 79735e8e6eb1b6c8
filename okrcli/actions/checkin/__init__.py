"""From what somebody says of key results and KPIs to a check-in."""
