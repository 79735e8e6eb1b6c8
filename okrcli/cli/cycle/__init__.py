"""The commands that end a cycle and begin the next one."""
