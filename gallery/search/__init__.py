"""Search: a parser, an index of words that follows every change, and the two databases that answer from it."""
