"""A site: a page for each thing, made anew only where something has changed."""
