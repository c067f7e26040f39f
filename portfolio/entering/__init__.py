"""What an artist's pages show and take while an entry is put together: the draft of it, and the works to choose from."""
