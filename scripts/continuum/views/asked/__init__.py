"""What people ask: questions with their answers, by heading, by level and by topic."""
