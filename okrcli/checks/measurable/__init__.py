"""M: a key result's numbers can be measured."""
