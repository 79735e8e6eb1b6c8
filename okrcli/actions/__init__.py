"""What okr can do, without a terminal: plain arguments in, a view or what is to be written out."""
