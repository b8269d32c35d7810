/*
 * Quotations: which opening mark belongs to which closing one, over a whole
 * document.
 */
#ifndef TEXT_QUOTATION_H
#define TEXT_QUOTATION_H

#include "text/document.h"

/*
 * Pair the marks of a document whose tokens are cut: sets its quotations and
 * the quotation of each token, from the document's arena.  A quotation that is
 * not closed ends with its paragraph, unless the next paragraph opens it anew
 * (the convention of English print); a closing mark without an opening one
 * changes nothing.  Linear in the number of tokens.
 */
void quotations_pair(struct document *document);

#endif
