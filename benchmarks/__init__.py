"""How long deckgen takes, and how much memory, beside what else an engineer would use: ``python -m benchmarks``."""
