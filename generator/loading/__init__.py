"""Disk to model: a school's folder becomes a `School` and the problems met on the way."""

from generator.loading._school import Loaded, load_school
from generator.loading.sources import SourceMap

__all__ = ["Loaded", "SourceMap", "load_school"]
