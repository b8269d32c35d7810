/*
 * Tokens of a sentence, with byte offsets into the document.
 *
 * The cut is that of OntoNotes and the UD treebanks: "don't" is do + n't,
 * "Israel's" Israel + 's, "US-led" US + - + led, "$2.3" $ + 2.3; a URL, an
 * e-mail address, a decimal ("2.3", "1,200"), a time ("10:30"), an abbreviation
 * with its full stop ("U.S.", "Mr.") are one token each.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"
#include "base/slice.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,		/* written in digits */
	TOKEN_PUNCTUATION,
	TOKEN_OPENING,		/* quotation mark that opens */
	TOKEN_CLOSING,		/* quotation mark that closes */
	TOKEN_SYMBOL,		/* $ % & € … */
	TOKEN_URL		/* URL, e-mail address, @name, #tag */
};

enum token_shape {
	SHAPE_OTHER,		/* no letters */
	SHAPE_LOWER,		/* deal */
	SHAPE_CAPITALISED,	/* Israel, McDonald */
	SHAPE_UPPER,		/* US, NATO, U.S. (two letters or more) */
	SHAPE_INITIAL,		/* one capital, with or without full stop */
	SHAPE_MIXED		/* iPhone, al-Ansari has none: it is cut */
};

/* Penn Treebank tags, as OntoNotes and UD's XPOS use them. */
enum tag {
	TAG_NONE, TAG_CC, TAG_CD, TAG_DT, TAG_EX, TAG_FW, TAG_IN, TAG_JJ,
	TAG_JJR, TAG_JJS, TAG_LS, TAG_MD, TAG_NN, TAG_NNP, TAG_NNPS, TAG_NNS,
	TAG_PDT, TAG_POS, TAG_PRP, TAG_PRPS, TAG_RB, TAG_RBR, TAG_RBS, TAG_RP,
	TAG_SYM, TAG_TO, TAG_UH, TAG_VB, TAG_VBD, TAG_VBG, TAG_VBN, TAG_VBP,
	TAG_VBZ, TAG_WDT, TAG_WP, TAG_WPS, TAG_WRB, TAG_HYPH, TAG_NFP,
	TAG_ADD, TAG_AFX, TAG_GW, TAG_XX, TAG_COMMA, TAG_STOP, TAG_COLON,
	TAG_OPENQ, TAG_CLOSEQ, TAG_LRB, TAG_RRB, TAG_DOLLAR,
	TAG_COUNT
};

struct token {
	struct slice text;	/* as written */
	struct slice lower;	/* in lower case, ’ as ' */
	struct slice lemma;	/* base form in lower case; of names, lower */
	uint32_t start, end;	/* bytes of the document, end exclusive */
	uint32_t quotation;	/* 0, or 1 + the index of the innermost
				   quotation (struct document) it stands in;
				   its marks stand in it as well */
	uint8_t kind;		/* enum token_kind */
	uint8_t shape;		/* enum token_shape */
	uint8_t tag;		/* enum tag */
	bool space_before;	/* is there white space before it? */
};

/* "NN" and so on. */
const char *tag_name(enum tag tag);

/* The tag of a name, TAG_NONE when there is none. */
enum tag tag_of(struct slice name);

static inline bool
tag_is_verb(enum tag tag)
{
	return tag >= TAG_VB && tag <= TAG_VBZ;
}

static inline bool
tag_is_noun(enum tag tag)
{
	return tag >= TAG_NN && tag <= TAG_NNS;
}

static inline bool
tag_is_name(enum tag tag)
{
	return tag == TAG_NNP || tag == TAG_NNPS;
}

/*
 * Cut text, which begins at byte `start` of its document, into tokens, in the
 * arena; *count says how many.  text is valid UTF-8 and stays alive as long as
 * the tokens.  Sets text, lower, start, end, kind (quotation marks: as their
 * form and neighbours say), shape and space_before.  Linear in text.length.
 */
struct token *tokens_cut(struct slice text, size_t start, struct arena *arena,
    size_t *count);

#endif
