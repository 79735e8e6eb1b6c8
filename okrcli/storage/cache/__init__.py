"""What files were found to hold, kept for the next time: it can be lost, and is never wrong."""
