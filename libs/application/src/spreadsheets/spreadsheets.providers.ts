import type { Provider } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, CONFIG, type Clock, type Config } from '@netral/platform';
import { IDENTITY_VAULT, type IdentityVault } from '@netral/vault';
import { INGEST, type Ingest } from '../ingest/ingest';
import { MessageChecker } from '../ingest/message-checker';
import { SpreadsheetIntake } from './spreadsheet-intake';

/** For a process that takes messages in: needs the log, the vault and `INGEST`. */
export const spreadsheetIntakeProvider: Provider = {
  provide: SpreadsheetIntake, inject: [EVENT_STORE, IDENTITY_VAULT, CLOCK, CONFIG, INGEST],
  useFactory: (store: EventStore, vault: IdentityVault, clock: Clock, config: Config, ingest: Ingest) => {
    const checker = new MessageChecker({ store, vault, clock }, { messageBytesMax: config.ingestMessageBytesMax, depthMax: config.ingestDepthMax });
    return new SpreadsheetIntake(checker, ingest, Math.min(config.ingestBatchMax, config.ingestQueueMax));
  },
};
