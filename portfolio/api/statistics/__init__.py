"""`statistics`: how an artist is looked at, for themselves alone."""
