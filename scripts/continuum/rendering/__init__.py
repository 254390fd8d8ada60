"""Values -> finished documents."""
