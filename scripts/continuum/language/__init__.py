"""Everything said in one language."""
