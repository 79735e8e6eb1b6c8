"""What is drawn in a terminal: cells, grids, symbols and colours."""
