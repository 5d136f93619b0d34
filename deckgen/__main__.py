"""``python -m deckgen``, and the command ``deckgen``."""

from deckgen.cli import main

if __name__ == "__main__":
    main()
