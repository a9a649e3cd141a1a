/** Who asks, as far as an answer depends on it. */
export type Viewer =
  | { readonly kind: 'public' }
  | { readonly kind: 'agency'; readonly agency: string; readonly employers?: readonly string[] }
  | { readonly kind: 'investigator' }
  | { readonly kind: 'operator' };

/** An answer's body, its keys in their final order, and whether its question left nothing to default. */
export interface Answered<T> {
  readonly body: T;
  readonly pinned: boolean;
  /** Pseudonyms of the persons it shows: each such read is recorded. */
  readonly persons?: readonly string[];
}
