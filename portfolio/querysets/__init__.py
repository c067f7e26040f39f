"""Who may see what of the business of art."""
