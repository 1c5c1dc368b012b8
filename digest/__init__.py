"""A static-site generator for a curated digest of regional events."""

__version__ = "0.1.0"
