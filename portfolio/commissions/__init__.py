"""Works that are asked for: what bars and follows a commission's moves, and what people are told of it.

guards, effects   of the moves in `portfolio.workflow.tables`
kinds             what parties are told of
"""
