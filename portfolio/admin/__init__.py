"""The desk of staff for what the front room holds: one file a noun."""

from portfolio.admin import commissions, exhibitions, features, log, staff_log

__all__ = ["commissions", "exhibitions", "features", "log", "staff_log"]
