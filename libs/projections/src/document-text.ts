/**
 * How the JSON text of a document grows. A text is kept open, without what `close` puts at its end, so that what is added to a long
 * document costs no more than what is added to a short one. Whatever its way, a text is always that of `JSON.stringify` of the document.
 */
export interface DocumentText<Doc = unknown> {
  open(document: Doc): string;
  /** The open text of `after`, from that of `before`, out of which it was evolved. */
  grown(open: string, before: Doc, after: Doc): string;
  close(open: string): string;
}

/** Made anew whenever the document changes. */
export const wholeText: DocumentText = {
  open: (document) => JSON.stringify(document),
  grown: (_open, _before, after) => JSON.stringify(after),
  close: (open) => open,
};
