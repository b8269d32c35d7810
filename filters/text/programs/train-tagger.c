/*
 * Train the tagger, or measure one.
 *
 *	train-tagger --output FILE --held-out TOKENS... TOKENS...
 *	train-tagger --evaluate FILE TOKENS...
 *
 * Each pass goes over the sentences in a new order.  Some are gone over once
 * more in other letters, all capitals, all small or as in a headline, so that
 * the tagger leans on capitals no more than news lets it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sha2.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/options.h"
#include "base/utf8.h"
#include "model/train.h"
#include "text/lemma.h"
#include "text/tagger_features.h"
#include "text/treebank.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(tagged_words);

/* How a sentence is written anew. */
enum letters { LETTERS_AS_THEY_ARE, LETTERS_UPPER, LETTERS_LOWER,
	LETTERS_TITLE };

static const char *output_path, *evaluate_path, *templates_path =
    "filters/tables/tagger_templates.tsv";
static struct option_list held_out;
static size_t passes = 4, rounds = 6, lines = 36864, margin = 8,
    seldom = 4, often = 8, surely = 150, recased = 6, rare = 2;

static const struct option_row options[] = {
	{ "output", 'o', OPTION_TEXT, "FILE", "write the weights here",
	    &output_path },
	{ "evaluate", 'e', OPTION_TEXT, "FILE", "measure these weights",
	    &evaluate_path },
	{ "held-out", 0, OPTION_LIST, "FILE", "measure on these tokens",
	    &held_out },
	{ "templates", 0, OPTION_TEXT, "FILE", "table of templates",
	    &templates_path },
	{ "passes", 0, OPTION_NUMBER, "NUMBER", "times over the sentences",
	    &passes },
	{ "rounds", 0, OPTION_NUMBER, "NUMBER",
	    "perceptrons to average", &rounds },
	{ "lines", 0, OPTION_NUMBER, "NUMBER", "lines of 64 scores", &lines },
	{ "margin", 0, OPTION_NUMBER, "NUMBER", "score that an error costs",
	    &margin },
	{ "rare", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that make a feature worth learning", &rare },
	{ "seldom", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that make a word known", &seldom },
	{ "often", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that make its tags complete", &often },
	{ "surely", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that leave no other tag open", &surely },
	{ "recased", 0, OPTION_NUMBER, "NUMBER",
	    "one sentence in so many is recased", &recased }
};

static const struct program program = {
	"train-tagger", "TOKENS...", "train the tagger, or measure one",
	options, sizeof options / sizeof *options
};

/* ------------------------------------------------------------ measuring */

struct score {
	size_t tokens, right;		/* tags */
	size_t lemmas, right_lemmas;	/* of common nouns and verbs */
	double seconds;
};

static bool
has_lemma(enum tag tag)
{
	return tag == TAG_NN || tag == TAG_NNS || tag_is_verb(tag);
}

/* Is the lemma of the gold tag the gold one, whatever its capitals? */
static bool
lemma_is_right(const struct token *token, struct arena *arena)
{
	struct slice lemma = lemma_of(token->lower, token->tag, arena);

	if (lemma.length != token->lemma.length)
		return false;
	for (size_t i = 0; i < lemma.length; i++)
		if (lemma.at[i] != token->lemma.at[i] &&
		    lemma.at[i] != (token->lemma.at[i] | 0x20))
			return false;
	return true;
}

static double
seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static struct score
measure(const struct weights *weights, const struct treebank *treebank)
{
	struct score score = { .tokens = treebank->token_count };
	struct lattice lattice = { 0 };
	struct arena arena = { 0 };
	uint8_t *tags = NULL;
	size_t room = 0;
	double start = seconds_now();

	for (size_t i = 0; i < treebank->count; i++) {
		const struct treebank_sentence *s = &treebank->sentences[i];

		if (s->count > room)
			tags = memory_resize(tags, room = s->count, 1);
		tagger_lattice(&lattice, weights, s->tokens, s->count);
		viterbi(weights, &lattice, tags, NULL, 0);
		for (size_t k = 0; k < s->count; k++)
			score.right += tags[k] ==
			    tagger_index(s->tokens[k].tag);
	}
	score.seconds = seconds_now() - start;
	for (size_t i = 0; i < treebank->count; i++)
		for (size_t k = 0; k < treebank->sentences[i].count; k++) {
			const struct token *token =
			    &treebank->sentences[i].tokens[k];

			if (!has_lemma(token->tag))
				continue;
			score.lemmas++;
			score.right_lemmas += lemma_is_right(token, &arena);
		}
	lattice_free(&lattice);
	arena_free(&arena);
	free(tags);
	return score;
}

static double
share(size_t part, size_t whole)
{
	return whole ? (double)part / (double)whole : 0;
}

static void
evaluate(const char *path, char *const *files, size_t count)
{
	struct weights weights;

	weights_open_file(&weights, path, tagger_attributes);
	tagger_check_tags(&weights, path);
	for (size_t i = 0; i < count; i++) {
		struct treebank treebank = { 0 };
		struct score score;

		treebank_add(&treebank, files[i]);
		score = measure(&weights, &treebank);
		printf("%s\ttags %.4f of %zu\tlemmas %.4f of %zu\t"
		    "%.2f M tokens/s\n", files[i],
		    share(score.right, score.tokens), score.tokens,
		    share(score.right_lemmas, score.lemmas), score.lemmas,
		    (double)score.tokens / score.seconds / 1e6);
		treebank_free(&treebank);
	}
}

/* ------------------------------------------------------------- training */

static void
to_upper(char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i] >= 'a' && bytes[i] <= 'z')
			bytes[i] = (char)(bytes[i] - 'a' + 'A');
}

/* A copy of the tokens, written in other letters. */
static struct token *
recase(const struct treebank_sentence *sentence, enum letters letters,
    struct arena *arena)
{
	struct token *tokens = arena_new(arena, sentence->count,
	    sizeof *tokens);

	for (size_t i = 0; i < sentence->count; i++) {
		struct slice text;

		tokens[i] = sentence->tokens[i];
		if (letters == LETTERS_LOWER) {
			tokens[i].text = tokens[i].lower;
			continue;
		}
		text = arena_copy(arena, tokens[i].text);
		if (letters == LETTERS_UPPER)
			to_upper((char *)text.at, text.length);
		else if (text.length > 3 || i == 0)
			to_upper((char *)text.at, text.length > 0);
		tokens[i].text = text;
	}
	return tokens;
}

/* What training goes over, and with. */
struct school {
	struct treebank treebank;
	struct trainer trainer;
	struct lattice lattice;
	uint8_t *gold;
	size_t room;
	uint64_t chance;	/* the state of trainer_random */
};

/* Put the tokens and their tags into the lattice. */
static void
prepare(struct school *school, const struct token *tokens, size_t count)
{
	if (count > school->room)
		school->gold = memory_resize(school->gold,
		    school->room = count * 2, 1);
	tagger_lattice(&school->lattice, &school->trainer.weights, tokens,
	    count);
	for (size_t i = 0; i < count; i++) {
		school->gold[i] = (uint8_t)tagger_index(tokens[i].tag);
		school->lattice.candidates[i] |= (uint64_t)1 <<
		    school->gold[i];
	}
}

static size_t
learn(struct school *school, const struct token *tokens, size_t count)
{
	prepare(school, tokens, count);
	return trainer_learn(&school->trainer, &school->lattice,
	    school->gold);
}

static size_t
learn_pass(struct school *school, const size_t *order)
{
	struct arena arena = { 0 };
	size_t errors = 0;

	for (size_t i = 0; i < school->treebank.count; i++) {
		const struct treebank_sentence *s =
		    &school->treebank.sentences[order[i]];
		uint64_t chance = trainer_random(&school->chance);

		errors += learn(school, s->tokens, s->count);
		if (recased > 0 && chance % recased == 0)
			learn(school, recase(s, (enum letters)(LETTERS_UPPER +
			    chance / recased % 3), &arena), s->count);
		arena_reset(&arena);
	}
	arena_free(&arena);
	return errors;
}

/* Both of the keys under which the treebank's words are known. */
static void
allow(struct known *known, struct tagger_keys keys, enum tag tag)
{
	known_allow(known, keys.written, tagger_index(tag));
	known_allow(known, keys.any_case, tagger_index(tag));
}

/*
 * The forms that English writes alike: who has seen "cut" as a past tense
 * must think of the participle too.
 */
static void
allow_alike(struct known *known, struct tagger_keys keys, enum tag tag)
{
	static const struct { enum tag tag, other; } alike[] = {
		{ TAG_VB, TAG_VBP }, { TAG_VBP, TAG_VB },
		{ TAG_VBD, TAG_VBN }, { TAG_VBN, TAG_VBD }
	};

	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (tag == alike[i].tag)
			allow(known, keys, alike[i].other);
}

static void
know_treebank(struct known *known, const struct treebank *treebank)
{
	for (size_t i = 0; i < treebank->count; i++)
		for (size_t k = 0; k < treebank->sentences[i].count; k++) {
			const struct token *token =
			    &treebank->sentences[i].tokens[k];
			struct tagger_keys keys = tagger_keys(token);

			known_add(known, keys.written,
			    tagger_index(token->tag), 1);
			known_add(known, keys.any_case,
			    tagger_index(token->tag), 1);
			allow_alike(known, keys, token->tag);
		}
}

/* The words of the list of words, each with its tags, the commonest first. */
static void
know_list(struct known *known)
{
	static const char *const columns[] = { "word", "tags", NULL };
	struct lexicon list = { 0 };
	struct buffer lower = { 0 };

	lexicon_add(&list, LEXICON_BYTES(tagged_words), "tagged_words",
	    columns);
	for (size_t i = 0; i < list.count; i++) {
		const struct slice *fields = lexicon_row(&list, i)->fields;
		struct slice rest = fields[1];
		struct token token = { .text = fields[0] };
		struct tagger_keys keys;
		uint32_t times = (uint32_t)often;

		buffer_clear(&lower);
		utf8_add_lower(token.text, &lower);
		token.lower = buffer_slice(&lower);
		keys = tagger_keys(&token);
		while (rest.at) {
			enum tag tag = tag_of(slice_cut(&rest, ' '));

			if (tag == TAG_NONE)
				continue;
			known_add(known, keys.listed, tagger_index(tag),
			    times);
			allow(known, keys, tag);
			allow_alike(known, keys, tag);
			times = 1;
		}
	}
	lexicon_free(&list);
	buffer_free(&lower);
}

/* The SHA-256 of the files, one behind the other, in hexadecimal. */
static void
digest_files(char *const *files, size_t count, char *digest)
{
	struct buffer bytes = { 0 };

	for (size_t i = 0; i < count; i++)
		buffer_add_file(&bytes, files[i]);
	SHA256Data((const uint8_t *)bytes.at, bytes.length, digest);
	buffer_free(&bytes);
}

static void
train(char *const *files, size_t count)
{
	struct school school = { .chance = 20240819 };
	struct buffer templates = { 0 };
	struct known known = { 0 };
	struct trainer_plan plan = {
		.name = "tagger", .tags = tagger_tags(),
		.attributes = tagger_attributes, .lines = lines,
		.margin = (int32_t)margin, .rare = (unsigned)rare
	};
	const struct known_limits limits = { seldom, often, surely,
	    tagger_open_tags() };
	char digest[SHA256_DIGEST_STRING_LENGTH];
	size_t *order;

	for (size_t i = 0; i < count; i++)
		treebank_add(&school.treebank, files[i]);
	digest_files(files, count, digest);
	buffer_add_file(&templates, templates_path);
	plan.templates = buffer_slice(&templates);
	know_treebank(&known, &school.treebank);
	know_list(&known);
	known_finish(&known, &limits);
	trainer_start(&school.trainer, &plan, &known);
	for (size_t i = 0; i < school.treebank.count; i++) {
		prepare(&school, school.treebank.sentences[i].tokens,
		    school.treebank.sentences[i].count);
		trainer_count(&school.trainer, &school.lattice, school.gold);
	}
	order = memory_new(school.treebank.count, sizeof *order);
	for (size_t i = 0; i < school.treebank.count; i++)
		order[i] = i;
	for (size_t pass = 0; pass < rounds * passes; pass++) {
		if (pass > 0 && pass % passes == 0)
			trainer_restart(&school.trainer);
		trainer_shuffle(&school.chance, order,
		    school.treebank.count);
		fprintf(stderr, "pass %zu: %zu errors of %zu\n", pass + 1,
		    learn_pass(&school, order), school.treebank.token_count);
	}
	trainer_write(&school.trainer, output_path, digest, "");
	trainer_free(&school.trainer);
	lattice_free(&school.lattice);
	treebank_free(&school.treebank);
	known_free(&known);
	buffer_free(&templates);
	free(school.gold);
	free(order);
}

int
main(int argc, char *argv[])
{
	int first = options_parse_alone(&program, argc, argv);

	lemma_open();
	if (evaluate_path) {
		evaluate(evaluate_path, argv + first, (size_t)(argc - first));
		return STATUS_OK;
	}
	if (!output_path || first == argc)
		message_fail(STATUS_SYSTEM, "an --output and tokens to learn "
		    "from are wanted; see --help");
	train(argv + first, (size_t)(argc - first));
	evaluate(output_path, (char *const *)held_out.values, held_out.count);
	return STATUS_OK;
}
