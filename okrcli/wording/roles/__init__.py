"""The role of each quantity in a title: baseline, target, or change."""
