"""What an audit has found."""
