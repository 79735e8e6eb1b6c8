"""What is not as it was agreed, without an amendment that says so, by what it is of."""
