"""Errors of the tool itself, each a sentence; a learner's mistake is a finding, never one of these."""

from __future__ import annotations


class ExhibitError(Exception):
    """Something stopped the tool: wrong use, or a machine that would not let it work.

    The text is printed as it is and the command ends with exit status 2.
    """


class UsageError(ExhibitError):
    """The command cannot mean anything here, for instance outside a school's folder."""


class OutputError(ExhibitError):
    """An output folder may not or cannot be written."""
