"""How a step tells of its progress."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of a stage, how many steps of it are done, and how many there are."""
