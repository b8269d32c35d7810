/*
 * What the model of names is told of each token; shared by its use and its
 * training.
 *
 * Tags are O, and B- and I- before each type: the first word of a name, and
 * its others.
 */
#ifndef ENTITIES_NAME_FEATURES_H
#define ENTITIES_NAME_FEATURES_H

#include <stdint.h>

#include "entities/name.h"
#include "entities/name_finder.h"
#include "model/viterbi.h"
#include "model/weights.h"

enum { NAME_TAG_COUNT = 1 + 2 * MENTION_TYPE_COUNT };

/* The names of the attributes, NULL at the end: as templates call them. */
extern const char *const name_attributes[];

/* The names of the model's tags, NULL at the end. */
const char *const *name_tags(void);

/* The tag of a name's word. */
static inline unsigned
name_tag(enum mention_type type, bool inside)
{
	return 1 + 2 * (unsigned)type + inside;
}

static inline bool
name_tag_inside(unsigned tag)
{
	return tag > 0 && tag % 2 == 0;
}

/* The type of a tag other than O. */
static inline enum mention_type
name_tag_type(unsigned tag)
{
	return (enum mention_type)((tag - 1) / 2);
}

/* A document as the model reads it, with the rules' names. */
struct name_reader {
	struct name_finder finder;	/* of the sentence under way */
	struct hash parts;		/* word -> which names it is part of */
	size_t next;			/* first name behind the sentence */
	size_t first, last;		/* names of the sentence under way */
};

/*
 * Begin with a document whose names have been found and typed; taken is that
 * of names_find.
 */
void name_reader_open(struct name_reader *reader,
    const struct document *document, struct names *names);

/*
 * The lattice of a sentence, the sentences being taken in order.  False, with
 * the lattice not set up, when nothing in it can be a name.
 */
bool name_lattice(struct lattice *lattice, struct name_reader *reader,
    uint32_t sentence, const bool *taken);

/* Take away what tells the word at a position from others. */
void name_lattice_hide(struct lattice *lattice, size_t position);

void name_reader_close(struct name_reader *reader);

#endif
