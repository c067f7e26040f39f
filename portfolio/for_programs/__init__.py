"""What pages tell programs: feeds, sitemaps, embeddings, linked data, robots.txt."""
