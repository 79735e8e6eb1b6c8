"""What each quantity of a title is: where it starts, where it leads, by how much it changes."""
