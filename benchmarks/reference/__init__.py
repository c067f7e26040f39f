"""What Atelier is measured beside: plain Django, plain DRF, Wagtail."""
