"""Exhibitions and calls for entry: what bars and follows their moves, and what people are told of them.

guards, effects   of the moves in `portfolio.workflow.tables`
kinds             what organisers, jurors and artists are told of
"""
