/*
 * Words and phrases of a table, found in running tokens.
 */
#ifndef CLAIMS_WORDS_H
#define CLAIMS_WORDS_H

#include "text/token.h"
#include "tsv/lexicon.h"

/*
 * The row of the longest key that begins at tokens[i] and ends before
 * `behind`; NULL when none does.  *end becomes the token behind it.
 */
const struct lexicon_row *words_match(const struct lexicon *lexicon,
    const struct token *tokens, size_t i, size_t behind, size_t *end);

#endif
