"""Names where there is room for a letter or two."""


def initials(name: str) -> str:
    """The first letters of a name's first and last word, in capitals: `Aiko Laurent` is AL, `ada` A, `!` nothing."""
    letters = [word[0] for word in ("".join(filter(str.isalnum, part)) for part in name.split()) if word]
    return "".join(letters[:1] + letters[1:][-1:]).upper()
