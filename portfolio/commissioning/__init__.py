"""What the pages of commissions show and take: forms, lists, the room of one, the pictures of which a work is made."""
