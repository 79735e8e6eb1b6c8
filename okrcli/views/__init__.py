"""What an action answers: frozen values that a renderer, or another program, shows."""
