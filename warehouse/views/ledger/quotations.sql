-- Quotations, with what the user corrects of them and the entity that speaks, where the article calls but one by the
-- speaker's name.
WITH named AS (
    SELECT mentions.article_id, mentions.name, min(mention_entities.entity_id) AS entity_id
    FROM internal.mentions
    JOIN internal.mention_entities USING (mention_id)
    GROUP BY mentions.article_id, mentions.name
    HAVING count(DISTINCT mention_entities.entity_id) = 1
),
corrected AS (
    FROM internal.corrected_values
    SELECT row_key, map_from_entries(list((column_name, value))) AS columns, min(correction_id) AS corrected_by
    WHERE table_name = 'quotations' AND column_name NOT IN ('is_hidden', 'is_confirmed')
    GROUP BY row_key
),
right_quotations AS (
    SELECT
        quotations.quotation_id,
        quotations.article_id,
        quotations.start_char,
        quotations.end_char,
        quotations.text,
        quotations.rule,
        quotations.style,
        quotations.cue,
        quotations.cue_start_char,
        quotations.cue_end_char,
        quotations.speaker_text,
        quotations.speaker_start_char,
        quotations.speaker_end_char,
        CASE
            WHEN map_contains(corrected.columns, 'speaker') THEN corrected.columns['speaker']
            ELSE quotations.speaker
        END AS speaker,
        CASE
            WHEN map_contains(corrected.columns, 'speaker_kind') THEN corrected.columns['speaker_kind']
            ELSE quotations.speaker_kind
        END AS speaker_kind,
        quotations.speaker_entity_id,
        quotations.cue_kind,
        quotations.is_hedged,
        quotations.is_negated,
        quotations.citation_id,
        quotations.interruption,
        quotations.interruption_start_char,
        quotations.interruption_end_char,
        quotations.reporting_outlet,
        quotations.reporting_outlet_text,
        quotations.reporting_outlet_start_char,
        quotations.reporting_outlet_end_char,
        quotations.extractor_version,
        quotations.run_id,
        corrected.corrected_by
    FROM internal.quotations
    LEFT JOIN corrected ON corrected.row_key = quotations.quotation_id
)
SELECT right_quotations.* REPLACE (named.entity_id AS speaker_entity_id)
FROM right_quotations
LEFT JOIN named ON named.article_id = right_quotations.article_id AND named.name = right_quotations.speaker
