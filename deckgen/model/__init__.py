"""What a deck means: frozen values of the standard library only."""
