"""What the worker does for accounts."""
