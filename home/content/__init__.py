"""What the portal says when it starts: data, words and texts, without one query."""
