"""What befalls a definition while it lasts; what is written of it stays as it was written."""
