"""What a kind of news file looks like: one file a format, pure functions from text to article."""
