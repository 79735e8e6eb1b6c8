"""What has moved in a report since a revision."""
