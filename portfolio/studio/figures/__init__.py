"""Statistics as the studio's page shows them: numbers, and drawings of them."""
