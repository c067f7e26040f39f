"""How artists present themselves, and what the house puts forward."""

from portfolio.models.features import Feature, Target
from portfolio.models.portfolios import Layout, Portfolio

__all__ = ["Feature", "Layout", "Portfolio", "Target"]
