"""What people do to works and to each other: every write, each under one name."""
