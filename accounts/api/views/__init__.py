"""The account routes: each validates, calls an action, serializes."""
