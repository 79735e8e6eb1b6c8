"""How a command starts without what it does not need."""
