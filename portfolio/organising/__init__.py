"""What an organiser's pages show and take: the call as a form, the jury, the table of submissions, what an announcement tells."""
