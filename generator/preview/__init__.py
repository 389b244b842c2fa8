"""The live preview: a school on this machine alone, built again after every save."""
