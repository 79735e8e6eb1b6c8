"""H: what was agreed or recorded stays as it is, or is changed openly."""
