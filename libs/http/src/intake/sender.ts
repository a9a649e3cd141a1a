import type { Sender } from '@netral/application';
import type { Request } from 'express';
import { callerOf } from '../access/caller';
import { Problem } from '../problem/problem';

/** Who hands over: found from the key, never from the message. @throws Problem `forbidden` */
export const senderOf = (request: Request): Sender => {
  const caller = callerOf(request);
  if (caller.kind === 'operator') return { agency: 'operator' };
  if (caller.kind !== 'agency') throw new Problem('forbidden');
  return { agency: caller.agency, ...(caller.employers && { employers: caller.employers }) };
};
