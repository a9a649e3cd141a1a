const PERSISTENT = 'Netral reads the log by catch-up subscriptions of its own and has no persistent subscription anywhere';

/** Recorded scenarios the stand-in does not answer as the real node did, and why. One that comes to agree must leave this table. */
export const NOT_MODELLED: Readonly<Record<string, string>> = {
  'persistent-errors': PERSISTENT,
  'persistent-ack': PERSISTENT,
  'persistent-nack': PERSISTENT,
  'persistent-limits': PERSISTENT,
  'persistent-same-id': PERSISTENT,
  'persistent-to-stream': PERSISTENT,
};
