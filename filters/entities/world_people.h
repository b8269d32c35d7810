/*
 * The rows of people, and which of them is meant on the document's date.
 */
#ifndef ENTITIES_WORLD_PEOPLE_H
#define ENTITIES_WORLD_PEOPLE_H

#include "entities/world.h"

/*
 * Index the people, whose rows (columns name id office of since until) must
 * outlive the use; before sandbox_enter.
 */
void world_people_open(const struct lexicon *table);

/* What a row of people says. */
struct fact world_person(const struct lexicon_row *row);

/* Of the rows with one name, that which fits the date best. */
const struct lexicon_row *world_person_meant(const struct lexicon_row *row);

#endif
