"""What may be seen of the library, and how it is fetched."""
