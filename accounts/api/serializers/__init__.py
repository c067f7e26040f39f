"""What the account routes take and give."""
