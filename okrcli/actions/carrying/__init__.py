"""What goes on in the next cycle: drafts made of the objectives of the last one."""
