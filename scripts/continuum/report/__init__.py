"""What an editor is told: problems, and how each reader of them sees them."""
