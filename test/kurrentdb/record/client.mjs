// The client package, with the parts of it that it keeps to itself.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const here = createRequire(import.meta.url);
const folder = dirname(here.resolve('@eventstore/db-client/package.json'));
/** Requires as the client does, so that its own copies of its packages are met. */
export const ofClient = createRequire(join(folder, 'noop.js'));

export const db = here('@eventstore/db-client');
export const grpc = ofClient('@grpc/grpc-js');
export const pb = ofClient('./generated/streams_pb');
export const shared = ofClient('./generated/shared_pb');
export const { StreamsClient } = ofClient('./generated/streams_grpc_pb');
export const { ServerFeaturesClient } = ofClient('./generated/serverfeatures_grpc_pb');
export const clientVersion = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

export const {
  EventStoreDBClient,
  jsonEvent,
  binaryEvent,
  streamNameFilter,
  eventTypeFilter,
  excludeSystemEvents,
  persistentSubscriptionToAllSettingsFromDefaults: toAllSettings,
  persistentSubscriptionToStreamSettingsFromDefaults: toStreamSettings,
  START,
  END,
  FORWARDS,
  BACKWARDS,
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  PARK,
  RETRY,
  SKIP,
} = db;
