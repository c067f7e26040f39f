"""What artists say of themselves, and what the house puts forward, over HTTP."""
