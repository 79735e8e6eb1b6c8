"""YAML files to records and back; the only layer that knows YAML."""
