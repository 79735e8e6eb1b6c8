"""Many readings: lines of JSON in YAML files, written and read without a YAML parser."""
