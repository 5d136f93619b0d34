"""One file or folder for each format that pages are written to; writers decide nothing."""
