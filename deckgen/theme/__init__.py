"""A theme folder to a theme: colours, fonts, slide layouts, the place of each placeholder."""
