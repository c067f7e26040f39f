"""Pages of commissions: asking for one, one's own, the room of one, and what an artist takes."""
