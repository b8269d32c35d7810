/*
 * Who speaks in a quotation, as far as the words next to it tell.
 */
#ifndef ENTITIES_SPEAKER_H
#define ENTITIES_SPEAKER_H

#include "entities/coreference.h"

/* Set r->speakers; all mentions but those of the first person are resolved. */
void speakers_find(struct resolver *r);

#endif
