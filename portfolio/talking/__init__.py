"""What people say below works, as pages show it."""
