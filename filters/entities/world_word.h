/*
 * Tables of the words that names are made of.
 */
#ifndef ENTITIES_WORLD_WORD_H
#define ENTITIES_WORLD_WORD_H

/* Read the built-in tables; before sandbox_enter. */
void world_words_open(void);

#endif
