"""What a juror's pages show and take: the queue of what is to be judged, the works as a jury may see them, scores, conflicts."""
