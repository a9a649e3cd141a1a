import type { Receipt } from '@netral/application';

const STATUS = { recorded: 201, duplicate: 200, 'set-aside': 202 } as const;

/** Status of an answer that is the receipt of one message. */
export const statusOf = ({ outcome }: Pick<Receipt, 'outcome'>): number => STATUS[outcome];
