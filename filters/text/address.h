/*
 * Addresses in running text: web, e-mail, host names.
 */
#ifndef TEXT_ADDRESS_H
#define TEXT_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/*
 * Where the address that begins at start ends, or start when none does: a URL,
 * an e-mail address, a host name with a path.  Marks at its end that are the
 * sentence's are left out.  *plain_until, 0 at first, remembers up to where no
 * address begins, so that a text is looked at once.
 */
size_t address_end(struct slice text, size_t start, size_t *plain_until);

/* Where an address ends that goes on at `at`, at most `end`. */
size_t address_rest(struct slice text, size_t at, size_t end);

/* Is the dotted word a host name, by its last part ("enron.com")? */
bool address_is_host(struct slice word);

#endif
