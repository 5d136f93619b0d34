"""What charts have in common: rows, scales, pens, and how they are told in words."""
