"""The artist's own rooms: what their pages show and take."""
