"""What was so on a day: definitions as they stood then, check-ins without what is void."""
