"""How pictures and works hang on pages: which copies, how much room, in which rows."""
