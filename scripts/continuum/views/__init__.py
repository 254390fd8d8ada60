"""Content -> what readers see."""
