/*
 * A claim's content as words and clauses.
 *
 * A sentence says several things: "talks have stalled, but Hamas has not
 * withdrawn".  What is compared is the clause, so that a "not" in one half is
 * never held against the other.  The cut is shallow (punctuation, conjunctions
 * and where the verbs stand) and prefers too few clauses to too many.
 */
#include "compare/clause.h"

#include "text/lemma.h"
#include "text/tagger.h"
#include "text/token.h"

enum {
	COMMON_RATE = 700,	/* a lemma in more of 10,000 sentences says
				   nothing */
	NEAR = 8,		/* words in which a verb must follow "and" */
	NEGATOR_WORDS = 4,	/* words of a negator, at most */
	TITLE_WORDS = 5		/* of a title before a name, at most */
};

/* Words that open a clause, when a verb follows. */
static const char *const openers[] = { "after", "although", "as", "because",
	"before", "but", "despite", "if", "since", "so", "though", "unless",
	"until", "when", "whereas", "which", "while", "who", "whose", NULL };

/* Words that make what follows a mere possibility; and auxiliaries that do. */
static const char *const conditionals[] = { "if", "unless", "whether",
	"possibly", "perhaps", NULL };
static const char *const conditional_modals[] = { "would", "could", "should",
	"may", "might", NULL };

static bool
among(const char *const list[], struct slice word)
{
	for (size_t i = 0; list[i]; i++)
		if (word.length > 0 && list[i][0] == word.at[0] &&
		    slice_is(word, list[i]))
			return true;
	return false;
}

/* "May 17" is a date. */
static bool
is_conditional(const struct word *word)
{
	return among(conditionals, word->lower) ||
	    (word->tag == TAG_MD && among(conditional_modals, word->lower));
}

/* ---------------------------------------------------------------- words */

static bool
is_content(const struct token *token, const struct lexeme *lexeme)
{
	return (tag_is_noun(token->tag) || tag_is_verb(token->tag) ||
	    (token->tag >= TAG_JJ && token->tag <= TAG_JJS)) &&
	    token->kind == TOKEN_WORD && token->lemma.length > 1 &&
	    lexeme->rate < COMMON_RATE;
}

static struct lexeme
look_up(struct claims *claims, uint32_t term)
{
	return *lexeme_of(&claims->lexemes, &claims->vocabulary,
	    claims->knowledge, term);
}

static void
add_word(struct claims *claims, struct claim *claim,
    const struct token *token)
{
	struct vocabulary *vocabulary = &claims->vocabulary;
	struct word *word = &claim->words[claim->word_count++];
	uint32_t lemma = vocabulary_add(vocabulary, "", token->lemma);
	uint32_t lower = slice_equal(token->lemma, token->lower) ? lemma :
	    vocabulary_add(vocabulary, "", token->lower);
	struct lexeme lexeme = look_up(claims, lemma);

	*word = (struct word){
		.text = token->text,
		.lower = vocabulary_name(vocabulary, lower),
		.lemma = lemma,
		.term = lexeme.concept,
		.field = lexeme.field,
		.start = token->start,
		.tag = token->tag,
	};
	if (is_content(token, &lexeme))
		word->flags |= WORD_CONTENT;
	if (tag_is_verb(token->tag))
		word->flags |= WORD_VERB;
	if (token->tag == TAG_PRP || token->tag == TAG_PRPS)
		word->flags |= WORD_PRONOUN;
	if ((lexeme.tables | look_up(claims, lower).tables) & LEXEME_NEGATOR)
		word->flags |= WORD_NEGATOR;
}

/*
 * "cease-fire" is cut at its hyphen; where the table of concepts knows the
 * whole, it becomes one token again.  Returns how many are left.
 */
static size_t
join_compounds(struct claims *claims, struct token *tokens, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++, kept++) {
		struct token *token = &tokens[kept];
		struct slice whole;

		*token = tokens[i];
		if (i + 2 >= count || !slice_is(tokens[i + 1].text, "-") ||
		    tokens[i + 1].space_before || tokens[i + 2].space_before)
			continue;
		whole = (struct slice){ token->text.at, (size_t)(tokens[i + 2].
			text.at - token->text.at) + tokens[i + 2].text.length };
		if (!lexicon_find(&claims->knowledge->concepts, whole))
			continue;
		token->text = token->lower = token->lemma = whole;
		token->end = tokens[i + 2].end;
		token->tag = TAG_NN;
		i += 2;
	}
	return kept;
}

/* Cut and tag a part of the content that begins at a byte of the document. */
static void
add_words(struct claims *claims, struct claim *claim, struct slice text,
    size_t start)
{
	size_t count;
	struct token *tokens = tokens_cut(text, start, &claims->scratch,
	    &count);
	struct word *words = arena_new(&claims->arena,
	    claim->word_count + count + 1, sizeof *words);

	if (claim->word_count)
		memcpy(words, claim->words,
		    claim->word_count * sizeof *words);
	claim->words = words;
	tagger_tag(tokens, count);
	for (size_t i = 0; i < count; i++)
		tokens[i].lemma = lemma_of(tokens[i].lower, tokens[i].tag,
		    &claims->scratch);
	count = join_compounds(claims, tokens, count);
	for (size_t i = 0; i < count; i++)
		add_word(claims, claim, &tokens[i]);
}

/* The parts of the content in their order, or the view in one piece. */
static void
cut_words(struct claims *claims, struct claim *claim)
{
	struct slice spans = claim->content_span;
	struct span span;

	if (claim->whole || claim->text.at == claim->content.at) {
		add_words(claims, claim, claim->whole ? claim_text(claim,
		    claim->view) : claim->content, claim->view.start);
		return;
	}
	while (span_next(&spans, &span))
		add_words(claims, claim, claim_text(claim, span), span.start);
}

/*
 * Words in front of a person's name that are its title.  A party named before
 * them is the person's ("Hamas leader Yahya Sinwar"); the first one seen
 * stays.
 */
static void
mark_title(struct claims *claims, struct claim *claim, uint32_t name)
{
	uint32_t person = claim->words[name].term;
	uint32_t *side;

	for (uint32_t w = name; w-- > 0 && name - w <= TITLE_WORDS;) {
		struct word *word = &claim->words[w];

		if (word->flags & WORD_ENTITY) {
			side = name - w > 1 ? hash_put(&claims->sides,
			    vocabulary_name(&claims->vocabulary, person)) :
			    NULL;
			if (side && *side == HASH_NONE)
				*side = word->term;
			return;
		}
		if (!tag_is_noun(word->tag) && !slice_is(word->text, "of"))
			return;
		if (tag_is_name(word->tag) || slice_is(word->text, "of")) {
			word->flags &= (uint8_t)~WORD_CONTENT;
			word->flags |= WORD_TITLE;
		}
	}
}

static bool
is_place(const struct mention *mention)
{
	return mention->type == MENTION_LOC || mention->type == MENTION_FAC ||
	    mention->type == MENTION_EVENT;
}

/*
 * "Quarantine is compulsory": a common word that only begins its sentence and
 * was taken for a name of no known sort.
 */
static bool
is_mere_capital(const struct claim *claim, const struct mention *mention)
{
	return mention->type == MENTION_MISC && claim->word_count > 0 &&
	    mention->span.start == claim->sentence.start &&
	    claim->words[0].start == mention->span.start &&
	    mention->span.end == claim->words[0].start +
	    claim->words[0].text.length &&
	    lemma_readings(claim->words[0].lower) & ~(unsigned)READING_NAME;
}

/*
 * Give the words of each mention the entity as their term: the outer mention's
 * where they are nested.  The unnamed of one document ("us_officials@003") are
 * left out: their words can be compared, their ids cannot.
 */
static void
mark_entities(struct claims *claims, struct claim *claim,
    const struct mentions *mentions)
{
	uint32_t w = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		uint32_t term, first;

		if (memchr(mention->id.at, '@', mention->id.length) ||
		    is_mere_capital(claim, mention))
			continue;
		while (w < claim->word_count &&
		    claim->words[w].start < mention->span.start)
			w++;
		term = vocabulary_add(&claims->vocabulary, "=", mention->id);
		first = w;
		while (w < claim->word_count &&
		    claim->words[w].start < mention->span.end) {
			claim->words[w].term = term;
			claim->words[w++].flags |= WORD_ENTITY |
			    WORD_CONTENT | (is_place(mention) ?
			    WORD_PLACE : 0);
		}
		if (w > first && mention->type == MENTION_PER &&
		    mention->kind == MENTION_NAM)
			mark_title(claims, claim, first);
	}
}

/* Days and dates are compared as times, not as words. */
static void
unmark_times(struct claim *claim)
{
	uint32_t w = 0;

	for (size_t i = 0; i < claim->times.count; i++) {
		struct span span = claim->times.at[i].span;

		while (w < claim->word_count &&
		    claim->words[w].start < span.start)
			w++;
		while (w < claim->word_count &&
		    claim->words[w].start < span.end)
			claim->words[w++].flags &= (uint8_t)~WORD_CONTENT;
	}
}

/* -------------------------------------------------------------- clauses */

static bool
is_finite(const struct word *word)
{
	return word->tag == TAG_VBD || word->tag == TAG_VBZ ||
	    word->tag == TAG_VBP || word->tag == TAG_MD;
}

static bool
is_break(const struct word *word)
{
	return word->tag == TAG_COMMA || word->tag == TAG_STOP ||
	    word->tag == TAG_COLON || word->tag == TAG_LRB ||
	    word->tag == TAG_RRB;
}

/* Does a finite verb stand in words from to from + reach, before a break? */
static bool
verb_follows(const struct claim *claim, uint32_t from, uint32_t reach)
{
	for (uint32_t i = from; i < claim->word_count && i < from + reach;
	    i++) {
		if (is_break(&claim->words[i]))
			return false;
		if (is_finite(&claim->words[i]))
			return true;
	}
	return false;
}

static bool
has_verb(const struct claim *claim, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (claim->words[i].flags & WORD_VERB)
			return true;
	return false;
}

static bool
is_participle(const struct word *word)
{
	return word->tag == TAG_VBG || word->tag == TAG_VBN;
}

/* Does a clause begin at word i, when the last one began at first? */
static bool
begins_clause(const struct claim *claim, uint32_t first, uint32_t i)
{
	const struct word *word = &claim->words[i];
	const struct word *before = word - 1;
	bool verb = has_verb(claim, first, i);

	if (before->tag == TAG_STOP || before->tag == TAG_COLON ||
	    before->tag == TAG_LRB || before->tag == TAG_RRB)
		return true;
	if (before->tag == TAG_COMMA)
		return is_participle(word) ||
		    (verb && verb_follows(claim, i, UINT32_MAX - i)) ||
		    (among(openers, claim->words[first].lower) &&
		    verb_follows(claim, i, UINT32_MAX - i));
	if (among(openers, word->lower))
		return verb && (slice_is(word->lower, "despite") ||
		    verb_follows(claim, i + 1, NEAR) ||
		    (i + 1 < claim->word_count && is_participle(word + 1)));
	if (word->tag == TAG_CC)
		return verb && verb_follows(claim, i + 1, NEAR);
	return verb && slice_is(word->lower, "that") && word->tag == TAG_IN &&
	    verb_follows(claim, i + 1, 2 * NEAR);
}

/*
 * "X said he would resign": the future, seen from then; but not "what would be
 * read".
 */
static bool
is_reported_future(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	static const char *const forms[] = { "indirect", "mixed", NULL };

	for (const struct word *w = &claim->words[clause->first]; w < word; w++)
		if (w->tag == TAG_WDT || w->tag == TAG_WP || w->tag == TAG_WRB)
			return false;
	return slice_is(word->lower, "would") && among(forms, claim->form) &&
	    !claim_is_narrator(claim);
}

/* "They will laugh | if I win": what depends on the "if" before word w. */
static void
suppose_before(struct claim *claim, uint32_t w)
{
	if (w > 0 && claim->words[w - 1].tag != TAG_STOP &&
	    claim->clause_count > 0)
		claim->clauses[claim->clause_count - 1].conditional = true;
}

/* "Whether he will go | or stay", "or stay": one of two that may be. */
static bool
is_alternative(const struct claim *claim, const struct clause *clause)
{
	const struct word *words = claim->words;
	bool open = claim->clause_count > 0 && clause[-1].question;

	if (slice_is(words[clause->first].lower, "or"))
		return true;
	for (uint32_t w = clause->first; open && w < clause->last; w++)
		if (slice_is(words[w].lower, "or"))
			return true;
	return open && slice_is(words[clause->first].lower, "and");
}

static void
cut_clauses(struct claims *claims, struct claim *claim)
{
	size_t capacity = 0;
	uint32_t first = 0;
	uint32_t supposed = 0;	/* where what follows an "if" begins */

	for (uint32_t i = 1; i <= claim->word_count; i++) {
		struct clause *clause;

		if (i < claim->word_count && !begins_clause(claim, first, i))
			continue;
		ARENA_GROW(&claims->scratch, claim->clauses,
		    claim->clause_count, capacity);
		clause = &claim->clauses[claim->clause_count];
		*clause = (struct clause){ .first = first, .last = i,
			.verb = TERM_NONE,
			.conditional = supposed == first && first > 0 };
		for (uint32_t w = first; w < i; w++) {
			claim->words[w].clause =
			    (uint16_t)claim->clause_count;
			if (is_conditional(&claim->words[w]) &&
			    !is_reported_future(claim, clause,
			    &claim->words[w]))
				clause->conditional = true;
			if (slice_is(claim->words[w].lower, "if")) {
				supposed = i;
				suppose_before(claim, first);
			}
			if (slice_is(claim->words[w].lower, "whether") ||
			    slice_is(claim->words[w].lower, "?"))
				clause->question = true;
		}
		if (is_alternative(claim, clause))
			clause->question = true;
		claim->clause_count++;
		first = i;
	}
}

static bool
is_auxiliary(const struct word *word)
{
	static const char *const forms[] = { "am", "are", "be", "been",
		"being", "did", "do", "does", "had", "has", "have", "is",
		"was", "were", "'s", "'ve", "'re", "’s", "’ve", "’re",
		NULL };

	return word->tag == TAG_MD ||
	    ((word->flags & WORD_VERB) && among(forms, word->lower));
}

/* The predicate: behind the first finite verb's auxiliaries. */
static void
find_predicate(struct claim *claim, struct clause *clause)
{
	uint32_t start = clause->first;

	while (start < clause->last && !is_finite(&claim->words[start]))
		start++;
	if (start == clause->last)
		start = clause->first;
	for (uint32_t w = start; w < clause->last; w++) {
		const struct word *word = &claim->words[w];

		if (!(word->flags & WORD_VERB) && word->tag != TAG_MD) {
			if (clause->verb != TERM_NONE &&
			    (word->tag < TAG_RB || word->tag > TAG_RBS) &&
			    word->tag != TAG_TO)
				return;
			continue;
		}
		clause->verb = w;
		if (!is_auxiliary(word))
			return;
	}
}

static void
add_subject(struct clause *clause, uint32_t term)
{
	for (uint32_t i = 0; i < clause->subject_count; i++)
		if (clause->subjects[i] == term)
			return;
	if (clause->subject_count < CLAUSE_SUBJECTS)
		clause->subjects[clause->subject_count++] = term;
}

/* "His", "Weiner's": whose something is, and no subject. */
static bool
is_possessive(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	return claim->words[w].tag == TAG_PRPS ||
	    (w + 1 < clause->last && claim->words[w + 1].tag == TAG_POS);
}

/* "A prankster, | who had sent it": the noun right before the clause. */
static void
find_antecedent(struct claim *claim, struct clause *clause)
{
	uint32_t w = clause->first;

	if (!slice_is(claim->words[w].lower, "who") &&
	    !slice_is(claim->words[w].lower, "which"))
		return;
	while (w > 0 && clause->first - w < NEAR) {
		const struct word *word = &claim->words[--w];

		if (word->flags & WORD_CONTENT && (word->flags & WORD_ENTITY ||
		    tag_is_noun(word->tag))) {
			add_subject(clause, word->term);
			return;
		}
	}
}

/* What stands before the predicate: entities first, then nouns. */
static void
find_subjects(struct claim *claim, struct clause *clause,
    const struct clause *before)
{
	uint32_t end = clause->verb == TERM_NONE ? clause->last :
	    clause->verb;

	for (uint32_t w = clause->first; w < end; w++)
		if (claim->words[w].flags & WORD_ENTITY &&
		    !is_possessive(claim, clause, w))
			add_subject(clause, claim->words[w].term);
	for (uint32_t w = clause->first; w < end; w++)
		if ((claim->words[w].flags & WORD_CONTENT) &&
		    tag_is_noun(claim->words[w].tag))
			add_subject(clause, claim->words[w].term);
	if (clause->subject_count == 0)
		find_antecedent(claim, clause);
	if (clause->subject_count > 0)
		return;
	for (uint32_t i = 0; before && i < before->subject_count; i++)
		add_subject(clause, before->subjects[i]);
	if (!before && !claim_is_narrator(claim) && !claim->whole)
		add_subject(clause, claim->source);
}

/* ------------------------------------------------------------- negation */

/* The negator of up to four words at w, by form or lemma; its length. */
static const struct lexicon_row *
negator_at(const struct claims *claims, const struct claim *claim, uint32_t w,
    uint32_t last, uint32_t *length)
{
	const struct lexicon *table = &claims->knowledge->negators;
	char key[64];

	if (!(claim->words[w].flags & WORD_NEGATOR))
		return NULL;
	for (uint32_t n = NEGATOR_WORDS; n > 0; n--) {
		size_t used = 0;
		const struct lexicon_row *row;

		if (w + n > last || (w + n < last &&
		    claim->words[w + n].tag == TAG_HYPH))
			continue;
		for (uint32_t i = w; i < w + n; i++) {
			struct slice part = i == w && (claim->words[i].flags &
			    WORD_VERB) ? vocabulary_name(&claims->vocabulary,
			    claim->words[i].lemma) : claim->words[i].lower;

			if (used + part.length + 1 > sizeof key)
				return NULL;
			if (i > w)
				key[used++] = ' ';
			memcpy(key + used, part.at, part.length);
			used += part.length;
		}
		row = lexicon_find(table, (struct slice){ key, used });
		if (row) {
			*length = n;
			return row;
		}
	}
	return NULL;
}

/* "Don't make people poor": asked of somebody, neither said nor denied. */
static bool
is_imperative(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	const struct word *word = &claim->words[w];

	return w > clause->first && slice_is(word[-1].lower, "do") &&
	    (w == 1 || word[-2].tag == TAG_STOP || word[-2].tag == TAG_COLON ||
	    word[-2].tag == TAG_OPENQ || !(word[-2].tag == TAG_COMMA ||
	    word[-2].flags & WORD_PRONOUN ||
	    tag_is_noun(word[-2].tag) || word[-2].tag == TAG_DT ||
	    word[-2].tag == TAG_WDT || word[-2].tag == TAG_WP ||
	    word[-2].tag == TAG_RB));
}

static void
flip(struct claim *claim, uint32_t first, uint32_t last)
{
	for (uint32_t w = first; w < last; w++)
		claim->words[w].flags ^= WORD_NEGATED;
}

/*
 * A negator turns over what follows it in its clause; one that reaches over
 * ("denied that") the clause behind as well.
 */
static void
negate(const struct claims *claims, struct claim *claim, uint32_t c)
{
	struct clause *clause = &claim->clauses[c];
	uint32_t length = 1;

	for (uint32_t w = clause->first; w < clause->last; w += length) {
		const struct lexicon_row *row = negator_at(claims, claim, w,
		    clause->last, &length);

		if (!row) {
			length = 1;
			continue;
		}
		if (slice_is(row->fields[1], "nothing") ||
		    slice_is(row->fields[1], "doubt"))
			continue;
		if (slice_is(row->fields[1], "open") ||
		    is_imperative(claim, clause, w)) {
			clause->question = true;
			continue;
		}
		flip(claim, w + length, clause->last);
		/* "not" stands behind its auxiliary, before its verb */
		if (slice_is(row->fields[1], "over") &&
		    c + 1 < claim->clause_count &&
		    slice_is(claim->words[clause->last].lower, "that"))
			flip(claim, clause->last, clause[1].last);
	}
}

/* "denied" as the cue turns over all that is claimed. */
static void
negate_by_cue(const struct claims *claims, struct claim *claim)
{
	const struct lexicon_row *row;

	if (claim->cue == TERM_NONE)
		return;
	row = lexicon_find(&claims->knowledge->negators,
	    vocabulary_name(&claims->vocabulary, claim->cue));
	if (row && slice_is(row->fields[1], "over"))
		flip(claim, 0, claim->word_count);
}

/*
 * A claim inside another stands in the reach of its negations: "it is premature
 * to declare | a breakthrough".
 */
static void
negate_by_parent(const struct claims *claims, struct claim *claim)
{
	const struct claim *parent = claims_parent(claims, claim);
	uint32_t p = 0;

	if (!parent || parent >= claim)
		return;
	for (uint32_t w = 0; w < claim->word_count; w++) {
		struct word *word = &claim->words[w];

		while (p < parent->word_count &&
		    parent->words[p].start < word->start)
			p++;
		if (p < parent->word_count &&
		    parent->words[p].start == word->start)
			word->flags = (uint8_t)((word->flags &
			    ~WORD_NEGATED) | (parent->words[p].flags &
			    WORD_NEGATED));
	}
}

/*
 * The word of the sentence right before the content may decide it as well:
 * "whether | to step down", "Nor | did she plan".
 */
static void
apply_lead(const struct claims *claims, struct claim *claim)
{
	size_t end = claim->view.start > claim->sentence.start ?
	    claim->view.start - claim->sentence.start : 0;
	size_t start;
	struct slice lead;
	const struct lexicon_row *row;

	while (end > 0 && claim->text.at[end - 1] == ' ')
		end--;
	for (start = end; start > 0 && claim->text.at[start - 1] != ' ';)
		start--;
	lead = slice_part(claim->text, start, end);
	if (slice_is(lead, "Nor") || slice_is(lead, "nor")) {
		flip(claim, 0, claim->word_count);
		return;
	}
	row = lexicon_find(&claims->knowledge->negators, lead);
	for (uint32_t c = 0; row && c < claim->clause_count &&
	    slice_is(row->fields[1], "open"); c++)
		claim->clauses[c].question = true;
}

/* ---------------------------------------------------------------- terms */

static void
collect_terms(struct claims *claims, const struct claim *claim,
    struct clause *clause)
{
	uint32_t count = 0;
	struct term *terms = arena_new(&claims->scratch, clause->last -
	    clause->first + CLAUSE_SUBJECTS, sizeof *terms);

	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].flags & WORD_CONTENT)
			terms[count++].id = claim->words[w].term;
	for (uint32_t i = 0; i < clause->subject_count; i++)
		terms[count++].id = clause->subjects[i];
	clause->term_count = terms_unique(terms, count);
	clause->terms = terms_copy(&claims->arena, terms, clause->term_count);
}

bool
clause_supposes(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	while (w-- > clause->first)
		if (is_conditional(&claim->words[w]))
			return true;
	return false;
}

/* Clauses are gathered in the scratch; now their number is known. */
static void
keep_clauses(struct claims *claims, struct claim *claim)
{
	struct clause *clauses = arena_new(&claims->arena,
	    claim->clause_count, sizeof *clauses);

	if (claim->clause_count > 0)
		memcpy(clauses, claim->clauses, claim->clause_count *
		    sizeof *clauses);
	claim->clauses = clauses;
}

void
clauses_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions)
{
	cut_words(claims, claim);
	mark_entities(claims, claim, mentions);
	unmark_times(claim);
	cut_clauses(claims, claim);
	keep_clauses(claims, claim);
	for (uint32_t c = 0; c < claim->clause_count; c++) {
		struct clause *clause = &claim->clauses[c];

		find_predicate(claim, clause);
		find_subjects(claim, clause, c > 0 ? clause - 1 : NULL);
		negate(claims, claim, c);
		collect_terms(claims, claim, clause);
	}
	if (claim->clause_count > 0)
		claim->all = claim->clauses[0];
	claim->all.last = claim->word_count;
	claim->all.conditional = claim->all.question = false;
	negate_by_cue(claims, claim);
	apply_lead(claims, claim);
	negate_by_parent(claims, claim);
}
