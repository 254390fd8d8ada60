"""Two versions of the content -> what visitors see change."""
