"""What is read in a sentence, as text."""
