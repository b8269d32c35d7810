/*
 * What the comparison knows about words.  See knowledge.h.
 */
#include "compare/knowledge.h"

LEXICON_BUILTIN(concepts);
LEXICON_BUILTIN(synonyms);
LEXICON_BUILTIN(families);
LEXICON_BUILTIN(antonyms);
LEXICON_BUILTIN(opposites);
LEXICON_BUILTIN(converses);
LEXICON_BUILTIN(siblings);
LEXICON_BUILTIN(commonness);
LEXICON_BUILTIN(assessments);
LEXICON_BUILTIN(positions);
LEXICON_BUILTIN(blame);
LEXICON_BUILTIN(negations);
LEXICON_BUILTIN(existence);
LEXICON_BUILTIN(hedges);

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const char *const concept_columns[] = { "word", "concept", "field",
	NULL };
static const char *const antonym_columns[] = { "word", "antonyms", NULL };
static const char *const assessment_columns[] = { "words", "scale", "level",
	"field", NULL };

static void
add_files(struct lexicon *lexicon, const struct option_list *files,
    const char *const columns[])
{
	for (size_t i = 0; i < files->count; i++)
		lexicon_add_file(lexicon, files->values[i], columns);
}

void
knowledge_open(struct knowledge *k, const struct knowledge_files *files)
{
	lexicon_add(&k->concepts, LEXICON_BYTES(concepts), "concepts",
	    concept_columns);
	lexicon_add(&k->synonyms, LEXICON_BYTES(synonyms), "synonyms",
	    COLUMNS("word", "synonym"));
	lexicon_add(&k->families, LEXICON_BYTES(families), "families",
	    COLUMNS("word", "family"));
	lexicon_add(&k->antonyms, LEXICON_BYTES(antonyms), "antonyms",
	    antonym_columns);
	lexicon_add(&k->antonyms, LEXICON_BYTES(opposites), "opposites",
	    antonym_columns);
	lexicon_add(&k->converses, LEXICON_BYTES(converses), "converses",
	    COLUMNS("word", "converses"));
	lexicon_add(&k->siblings, LEXICON_BYTES(siblings), "siblings",
	    COLUMNS("word", "classes", "above"));
	lexicon_add(&k->commonness, LEXICON_BYTES(commonness), "commonness",
	    COLUMNS("lemma", "rate"));
	lexicon_add(&k->assessments, LEXICON_BYTES(assessments),
	    "assessments", assessment_columns);
	lexicon_add(&k->positions, LEXICON_BYTES(positions), "positions",
	    COLUMNS("word", "sign"));
	lexicon_add(&k->blame, LEXICON_BYTES(blame), "blame",
	    COLUMNS("words", "party"));
	lexicon_add(&k->negators, LEXICON_BYTES(negations), "negations",
	    COLUMNS("words", "reach"));
	lexicon_add(&k->existence, LEXICON_BYTES(existence), "existence",
	    COLUMNS("word", "side"));
	lexicon_add(&k->hedges, LEXICON_BYTES(hedges), "hedges",
	    COLUMNS("hedge", "certainty"));
	add_files(&k->concepts, &files->concepts, concept_columns);
	add_files(&k->antonyms, &files->antonyms, antonym_columns);
	add_files(&k->assessments, &files->assessments, assessment_columns);
}

/* The second column of a key's first row, or the key itself. */
static struct slice
mapped(const struct lexicon *lexicon, struct slice key)
{
	const struct lexicon_row *row = lexicon_find(lexicon, key);

	return row ? row->fields[1] : key;
}

struct slice
knowledge_concept(const struct knowledge *k, struct slice lemma)
{
	const struct lexicon_row *row = lexicon_find(&k->concepts, lemma);

	if (row)
		return row->fields[1];
	lemma = mapped(&k->families, lemma);
	row = lexicon_find(&k->concepts, lemma);
	return row ? row->fields[1] : mapped(&k->synonyms, lemma);
}

struct slice
knowledge_field(const struct knowledge *k, struct slice lemma)
{
	const struct lexicon_row *row = lexicon_find(&k->concepts, lemma);

	if (!row)
		row = lexicon_find(&k->concepts, mapped(&k->families, lemma));
	return row ? row->fields[2] : SLICE("");
}

unsigned
knowledge_rate(const struct knowledge *k, struct slice lemma)
{
	const struct lexicon_row *row = lexicon_find(&k->commonness, lemma);
	size_t rate = 0;

	if (row)
		slice_number(row->fields[1], &rate);
	return (unsigned)rate;
}

/* The same bytes, a blank in the one for a '_' in the other? */
static bool
same_item(struct slice item, struct slice word)
{
	if (item.length != word.length)
		return false;
	for (size_t i = 0; i < item.length; i++)
		if (item.at[i] != word.at[i] &&
		    !(item.at[i] == '_' && word.at[i] == ' '))
			return false;
	return true;
}

/* Is word one of a blank-separated list? */
static bool
listed(struct slice list, struct slice word)
{
	while (list.at)
		if (same_item(slice_cut(&list, ' '), word))
			return true;
	return false;
}

static bool
share_item(struct slice a, struct slice b)
{
	while (a.at)
		if (listed(b, slice_cut(&a, ' ')))
			return true;
	return false;
}

/* Does a row of the table list b for a? */
static bool
lists(const struct lexicon *lexicon, struct slice a, struct slice b)
{
	const struct lexicon_row *row = lexicon_find(lexicon, a);

	for (; row; row = lexicon_more(lexicon, row))
		if (listed(row->fields[1], b))
			return true;
	return false;
}

bool
knowledge_opposed(const struct knowledge *k, struct slice a, struct slice b)
{
	struct slice x = mapped(&k->families, a);
	struct slice y = mapped(&k->families, b);

	if (a.length == 0 || b.length == 0 || slice_equal(a, b))
		return false;
	return lists(&k->antonyms, a, b) || lists(&k->antonyms, b, a) ||
	    lists(&k->antonyms, x, y) || lists(&k->antonyms, y, x);
}

bool
knowledge_converse(const struct knowledge *k, struct slice a, struct slice b)
{
	return lists(&k->converses, a, b) || lists(&k->converses, b, a);
}

bool
knowledge_exclusive(const struct knowledge *k, struct slice a, struct slice b)
{
	const struct lexicon_row *x = lexicon_find(&k->siblings, a);
	const struct lexicon_row *y = lexicon_find(&k->siblings, b);

	return x && y && !slice_equal(a, b) &&
	    share_item(x->fields[1], y->fields[1]) &&
	    !listed(x->fields[2], b) && !listed(y->fields[2], a);
}

void
knowledge_free(struct knowledge *k)
{
	struct lexicon *all[] = { &k->concepts, &k->synonyms, &k->families,
		&k->antonyms, &k->converses, &k->siblings, &k->commonness,
		&k->assessments, &k->positions, &k->blame, &k->negators,
		&k->existence, &k->hedges };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		lexicon_free(all[i]);
}
