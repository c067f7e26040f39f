"""The pages of signing in. They work without script, and call the actions that the API calls."""
