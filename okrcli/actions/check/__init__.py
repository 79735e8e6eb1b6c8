"""What `check` asks of the rules, of the past and of what a team has accepted."""
