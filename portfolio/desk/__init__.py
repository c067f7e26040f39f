"""The desk of staff as a whole: what waits, how its lists are grouped, what the home page shows, who did what."""
