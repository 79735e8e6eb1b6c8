"""What has slipped among the KPIs, as text."""
