"""Reading: the article, the word under the cursor, the blocks the clean-up dropped."""
