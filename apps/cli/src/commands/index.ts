import type { Command } from '../command';
import { copy } from './copy.command';
import { deadLetters } from './dead-letters.command';
import { doctor } from './doctor.command';
import { events } from './events.command';
import { figure } from './figure.command';
import { importMessages } from './import.command';
import { keys } from './keys.command';
import { overdue } from './overdue.command';
import { publish } from './publish.command';
import { rebuild } from './rebuild.command';
import { season } from './season.command';
import { verify } from './verify.command';
import { why } from './why.command';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [overdue, figure, why, events, importMessages, publish, season, deadLetters, rebuild, verify, doctor, copy, keys];
