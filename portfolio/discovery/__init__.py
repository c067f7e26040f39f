"""What the house puts forward by itself: what is featured, trends, is related."""
