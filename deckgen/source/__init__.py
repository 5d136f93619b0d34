"""Files in, positions kept: text, its nodes, and the span of each."""
