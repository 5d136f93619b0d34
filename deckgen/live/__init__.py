"""A deck while it is being written: made again at every change, and shown in a browser."""
