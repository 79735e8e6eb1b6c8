"""The files of a new workspace, and of the CI that checks it."""
