"""What artists are told of how they are looked at: reckoned from what happened, rolled up by day, read for a period."""
