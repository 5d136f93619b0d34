"""A deck and a theme to pages: where everything stands, and how lines break."""
