-- By article and table, which version of an extractor took the place of which.
CREATE TEMP TABLE version_changes AS
{VERSIONS}
;
-- Corrections that the user has added or taken back.
CREATE TEMP VIEW corrections_changed AS
(SELECT correction_id FROM before.corrections EXCEPT SELECT correction_id FROM after.corrections)
UNION ALL
(SELECT correction_id FROM after.corrections EXCEPT SELECT correction_id FROM before.corrections)
;
-- Mentions that came or went: entities are resolved from all of them together.
CREATE TEMP VIEW mentions_changed AS
(SELECT mention_id FROM only_before.mentions EXCEPT SELECT mention_id FROM only_after.mentions)
UNION ALL
(SELECT mention_id FROM only_after.mentions EXCEPT SELECT mention_id FROM only_before.mentions)
