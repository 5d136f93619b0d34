"""Which font file stands for a named font, and how wide a text is."""
