"""The results of actions: frozen values that a renderer, or another program, shows."""
