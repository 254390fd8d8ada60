"""What has a page of its own beside the levels."""
