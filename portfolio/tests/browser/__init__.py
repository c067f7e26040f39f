"""The site in a real browser: Debian's chromium, against Django's live server."""
