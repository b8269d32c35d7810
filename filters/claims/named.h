/*
 * Whom a noun phrase of a sentence names.
 */
#ifndef CLAIMS_NAMED_H
#define CLAIMS_NAMED_H

#include "claims/claim.h"

/* Is this id one of its document alone ("critics@003")? */
bool named_is_local(struct slice id);

/*
 * The span up to the end of its first noun phrase's head; *head is that token,
 * or NULL where there is no noun.
 */
struct span named_head(const struct sentence *sentence, struct span span,
    const struct token **head);

/*
 * The mention that a span of sentence `number` is: that of its head, of the
 * name behind its title, or of the name around its head.  NULL when it is
 * nobody's; *head as above.
 */
const struct mention *named_mention(const struct tagged *document,
    uint32_t number, struct span span, const struct token **head);

/*
 * What a span that is, or begins with, a relative pronoun stands for: the
 * nearest noun phrase before it that fits, with its mention (or NULL) and its
 * head.  The span itself, and nothing changed, where it is no relative pronoun
 * or nothing stands before it.  *head: the span's own head, from named_mention.
 */
struct span named_antecedent(const struct tagged *document, uint32_t number,
    struct span span, const struct mention **mention,
    const struct token **head);

#endif
