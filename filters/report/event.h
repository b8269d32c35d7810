/*
 * What happened to those that a figure counts: killed, missing, arrested.
 */
#ifndef REPORT_EVENT_H
#define REPORT_EVENT_H

#include "report/words.h"
#include "entities/mention.h"

/*
 * The event whose word stands nearest to a figure's phrase within bounds,
 * all bytes of text; empty when none is near, or when the figure measures
 * something or is no count of people.
 */
struct slice event_of(const struct words *words, struct slice text,
    struct span phrase, struct span bounds, const struct figure *figure);

#endif
