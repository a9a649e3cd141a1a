// What a node of 24.6 says it can do, in its words: service, method, features.
const service = (name: string, methods: readonly string[], features: Readonly<Record<string, readonly string[]>> = {}) =>
  methods.map((method) => ({ service: `event_store.client.${name}`, method, features: features[method] ?? [] }));

const PERSISTENT = ['create', 'delete', 'getinfo', 'list', 'read', 'replayparked', 'restartsubsystem', 'update'];
const STREAM_AND_ALL = Object.fromEntries(PERSISTENT.map((method) => [method, ['stream', 'all']]));

export const SUPPORTED_METHODS = [
  ...service('gossip.gossip', ['read']),
  ...service('monitoring.monitoring', ['stats']),
  ...service('operations.operations', ['mergeindexes', 'resignnode', 'restartpersistentsubscriptions', 'setnodepriority', 'shutdown', 'startscavenge', 'stopscavenge']),
  ...service('persistent_subscriptions.persistentsubscriptions', PERSISTENT, STREAM_AND_ALL),
  ...service('redaction.redaction', ['geteventpositions', 'switchchunks']),
  ...service('server_features.serverfeatures', ['getsupportedmethods']),
  ...service('streams.streams', ['append', 'batchappend', 'delete', 'read', 'tombstone'], { batchappend: ['deadline_duration'], read: ['position', 'events'] }),
  ...service('users.users', ['changepassword', 'create', 'delete', 'details', 'disable', 'enable', 'resetpassword', 'update']),
] as const;
