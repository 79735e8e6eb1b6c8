"""The units and scales of numbers, as the names of columns or columns of their own state them."""
