"""What templates of pages are written with, beside what Django has."""
