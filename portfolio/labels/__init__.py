"""What stands beside a picture or a work, in words."""
