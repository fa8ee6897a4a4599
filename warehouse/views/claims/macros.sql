-- How a stated figure is read as an interval: what its last digit leaves open, and what its hedge allows.

-- The number as it is written, `3.25` of `US$3.25 billion`; null where it is written in words.
CREATE TEMP MACRO written_number(text) AS
    TRY_CAST(replace(regexp_extract(text, '[0-9][0-9,]*(?:\.[0-9]+)?'), ',', '') AS DOUBLE);

CREATE TEMP MACRO is_power_of_ten(number) AS
    coalesce(abs(log10(nullif(abs(number), 0)) - round(log10(nullif(abs(number), 0)))) < 1e-9, false);

-- The thousand, million or billion of a number in words.
CREATE TEMP MACRO scale_in_words(value) AS pow(1000, floor(log10(value) / 3 + 1e-9));

-- What a one in the place of the last digit is worth: 0.01 billion in `3.25 billion`, 1 in `6,000`, a million in
-- `six million`. Fractions are said loosely: `a third` of 32 to 35 percent. Null where digits tell nothing: `6-3/8`.
CREATE TEMP MACRO last_place(value, text, rule) AS CASE
    WHEN rule = 'fraction' THEN 4.0
    WHEN value = 0 THEN 1.0
    WHEN is_power_of_ten(abs(value) / written_number(text))
    THEN abs(value) / written_number(text) / pow(10, length(regexp_extract(text, '[0-9][0-9,]*\.([0-9]+)', 1)))
    WHEN written_number(text) IS NULL AND abs(value) >= 1 AND (abs(value) / scale_in_words(abs(value))) % 1 = 0
    THEN scale_in_words(abs(value))
END;

-- What a one in the place of the last digit other than zero is worth: 1,000 in `6,000`.
CREATE TEMP MACRO last_digit(value, place) AS
    place * pow(10, length(regexp_extract(CAST(CAST(round(abs(value) / place) AS HUGEINT) AS VARCHAR), '[1-9](0*)$', 1)));

-- Half of what rounding leaves open. Zeros at the end may have been rounded to: the last of three digits or more, and
-- others as far as that is 2.5 percent.
CREATE TEMP MACRO half_of_rounding(value, place) AS
    CASE
        WHEN place IS NULL THEN abs(value) / 2000
        ELSE greatest(
            place / 2,
            least(
                last_digit(value, place) / 2,
                greatest(abs(value) * 0.025, CASE WHEN abs(value) >= 100 * place THEN 5 * place ELSE 0 END)
            )
        )
    END;

-- How far beyond its number a hedge that leaves one side open may reach: to the next number as round, or a tenth.
CREATE TEMP MACRO reach(value, place) AS greatest(coalesce(last_digit(value, place), 0), abs(value) * 0.1);

-- The two ends of what a figure can mean. `About` is a tenth either way; `up to 500` is 500 or somewhat less.
CREATE TEMP MACRO least_meant(value, place, hedge) AS CASE
    WHEN hedge = 'about' THEN value - greatest(abs(value) * 0.1, half_of_rounding(value, place))
    WHEN hedge IN ('less_than', 'up_to') THEN value - reach(value, place)
    WHEN hedge IN ('more_than', 'at_least') THEN value
    ELSE value - half_of_rounding(value, place)
END;
CREATE TEMP MACRO most_meant(value, place, hedge) AS CASE
    WHEN hedge = 'about' THEN value + greatest(abs(value) * 0.1, half_of_rounding(value, place))
    WHEN hedge IN ('more_than', 'at_least') THEN value + reach(value, place)
    WHEN hedge IN ('less_than', 'up_to') THEN value
    ELSE value + half_of_rounding(value, place)
END;

-- The words of a phrase in small letters and the singular, as far as endings tell it.
CREATE TEMP MACRO singular(word) AS CASE
    WHEN length(word) < 4 OR regexp_matches(word, '(?:ss|us|is)$') THEN word
    WHEN regexp_matches(word, '[^aeo]ies$') THEN regexp_replace(word, 'ies$', 'y')
    WHEN regexp_matches(word, '(?:ss|x|ch|sh)es$') THEN regexp_replace(word, 'es$', '')
    ELSE regexp_replace(word, 's$', '')
END;
CREATE TEMP MACRO written_words(phrase) AS regexp_extract_all(phrase, '[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*');
CREATE TEMP MACRO words_of(phrase) AS list_transform(written_words(lower(phrase)), lambda word: singular(word));

-- The owner, where the phrase for what is measured has a capital letter and so may hold its name; else nothing.
CREATE TEMP MACRO named_in_measure(measure, owner) AS
    CASE WHEN regexp_matches(measure, '\p{Lu}') THEN coalesce(owner, '') ELSE '' END;

-- The phrase without the place and dash that an item of a column of news begins with: `GENEVA - coffee exports`.
CREATE TEMP MACRO undated(phrase) AS regexp_replace(phrase, '^\p{Lu}[\p{L}.,]*(?: [\p{L}.,]+)? - ', '');

-- The word that the others of a phrase say more of: the last one before a preposition behind it.
CREATE TEMP MACRO is_preposition(word) AS word IN ('of', 'in', 'for', 'on', 'to', 'from', 'with', 'by', 'at', 'against');
CREATE TEMP MACRO head_of(words) AS regexp_extract(
    array_to_string(list_transform(words, lambda word: CASE WHEN is_preposition(word) THEN '|' ELSE word END), ' '),
    '^(?:\| )*(?:[^ |]+ )*?([^ |]+)(?: \||$)', 1
);

-- The key of several values in a row, of which some may be null.
CREATE TEMP MACRO key_of(parts) AS substring(md5(CAST(parts AS VARCHAR)), 1, 20);

-- How much more the other value is, as a share of the larger one.
CREATE TEMP MACRO difference_of(value, other) AS (other - value) / nullif(greatest(abs(value), abs(other)), 0);
