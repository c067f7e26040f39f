"""How a portfolio looks: themes, typefaces, accents and their contrast. Arithmetic and names; no request, no row."""
