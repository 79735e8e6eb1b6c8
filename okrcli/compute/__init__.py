"""Numbers from models: pure functions, `Decimal` throughout, the day always an argument."""
