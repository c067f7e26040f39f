"""What artists and staff decide about how the house presents itself."""
