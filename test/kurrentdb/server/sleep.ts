import { setTimeout as pause } from 'node:timers/promises';

/** Waits without keeping the process alive: what a fault holds back must not hold up the end of a test. */
export const sleep = (ms: number): Promise<void> => pause(ms, undefined, { ref: false });
