"""Raw answers to surveys, from tables."""
