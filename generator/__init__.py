"""Exhibit: learner portfolios and a school's exhibition from plain files."""

__version__ = "0.1.0"
