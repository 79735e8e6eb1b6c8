"""Commands that change what was agreed or recorded, openly."""
