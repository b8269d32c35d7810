/*
 * --progress: bytes, documents, rate and, where the input is a file, time
 * left, on standard error when that is a terminal.  The first line comes after
 * two seconds, then one every half second; an alarm sets a flag, so that the
 * cost between two lines is one test of a flag.
 */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

/* Called by options_parse for --progress; fd is the input. */
void progress_start(int fd);

/* So many more bytes were read; so many more documents were finished. */
void progress_bytes(size_t bytes);
void progress_documents(size_t documents);

/* Wipe the line; called when the input is closed. */
void progress_end(void);

#endif
