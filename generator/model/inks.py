"""The ready pairs of inks that a learner or a school may name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "pine-and-yolk": ("#0f5b45", "#f5b81c"),
        "cobalt-and-tomato": ("#1f4fbf", "#f0573b"),
        "brick-and-sky": ("#b5361d", "#9ccdea"),
        "plum-and-apricot": ("#6b2a5e", "#f7a873"),
        "navy-and-lemon": ("#1d2f6f", "#f6e04b"),
        "petrol-and-salmon": ("#0b5563", "#f58f7c"),
        "walnut-and-mint": ("#5e3a22", "#8fdcb9"),
        "wine-and-rose": ("#7d1733", "#f4a6b8"),
        "violet-and-lime": ("#54309c", "#b9d937"),
        "moss-and-lilac": ("#45561a", "#c6b0ee"),
        "graphite-and-orange": ("#37393d", "#f58220"),
        "magenta-and-aqua": ("#a3175f", "#6fd3d6"),
    }
)
"""Twelve pairs by printers' names: the dark ink, the light ink. None needs to move further than a step."""
