"""What okr can do, without a terminal: plain arguments in, a view or a change to write out."""
