"""What is known only across an article or across all of them: publication dates, entities, links."""
