"""A static-site generator for a curated digest of regional events."""
