"""The pages of exhibitions, one file a page."""
