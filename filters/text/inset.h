/*
 * What is no prose in a text: addresses, faces, the time stamps of mail, drawn
 * lines.
 */
#ifndef TEXT_INSET_H
#define TEXT_INSET_H

#include "text/splitter.h"

/* The end of a face such as ":)" behind blanks, or `at`. */
size_t inset_face(const struct splitter *s, size_t at);

/* A colon: of a URL, a face, a time stamp, or none of them. */
void inset_colon(struct splitter *s, size_t at);

/* An @: of an e-mail address, or not. */
void inset_at_sign(struct splitter *s, size_t at);

/* A drawn line, "-----", parts what stands above and below. */
void inset_rule(struct splitter *s, size_t at);

#endif
