"""What the index says of each kind of thing, read from rows a batch at a time."""
