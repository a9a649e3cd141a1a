/** CloudEvents 1.0 in JSON, as agencies send it; `data` is judged by the contract of `type` at the version of `dataschema`. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The agency's own id of the message, unique for ever within `source`. */
  readonly id: string;
  /** `urn:netral:<agency>` or `urn:netral:<agency>:<office>`. */
  readonly source: string;
  /** `id.netral.<role>.<event-in-kebab-case>`, e.g. `id.netral.recommender.recommendation-issued`. */
  readonly type: string;
  /** Ends in the version: `https://netral.go.id/schemas/recommender/recommendation-issued/2`. */
  readonly dataschema: string;
  /** The sender's reference of the matter; opaque, never a NIP. */
  readonly subject: string;
  /** RFC 3339 with offset: when the agency published it. */
  readonly time: string;
  readonly datacontenttype?: 'application/json';
  readonly data: unknown;
}

/** What the log keeps beside an event's data. */
export interface EventMetadata {
  readonly agency: string;
  readonly source: string;
  readonly messageId: string;
  readonly subject: string;
  /** Envelope `time`. */
  readonly publishedAt: string;
  /** Ours, RFC 3339 UTC with milliseconds; `known` follows the running maximum of this in log order. */
  readonly recordedAt: string;
  /** Version of the contract that `data` was sent in. */
  readonly version: number;
}
