"""Draft: an article becomes an entry that the editor only has to check."""
