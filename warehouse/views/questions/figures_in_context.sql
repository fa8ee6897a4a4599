-- One row per figure, with the sentence it stands in; of copies and versions of a story, those of one alone.
SELECT * EXCLUDE (is_duplicate)
FROM figures_with_sentences
WHERE NOT is_duplicate
