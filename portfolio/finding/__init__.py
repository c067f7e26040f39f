"""Looking for works, pictures and people: what is asked for, what is found, what narrows it and leads on."""
