import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { createLog, type Log } from '@netral/platform';
import { CommandError, EXIT, type CommandContext } from '../command';
import { say } from '../words';

/** Netral in this process. Its errors come out as they are. */
export const open = (netral: DynamicModule): Promise<INestApplicationContext> => NestFactory.createApplicationContext(netral, { logger: false, abortOnError: false });

/** What the stores have to say of themselves, beside what the command prints. */
export const logOf = ({ print }: CommandContext): Log => createLog('warn', (line) => print.err(line), () => Date.now());

/** @throws CommandError where there is nothing that two processes could share */
export const requireStores = ({ config }: CommandContext): void => {
  if (config.eventStore === 'memory' || config.readStore === 'memory') {
    throw new CommandError(EXIT.unavailable, say('NETRAL_EVENT_STORE atau NETRAL_READ_STORE adalah memory: tidak ada yang tersimpan', 'NETRAL_EVENT_STORE or NETRAL_READ_STORE is memory: nothing is kept'));
  }
};
