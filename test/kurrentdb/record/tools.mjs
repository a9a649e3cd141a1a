import { clearTimeout, setTimeout } from 'node:timers';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The promise's outcome, or the fact that none came in time. */
export const within = (ms, promise) => {
  let timer;
  const silence = new Promise((resolve) => (timer = setTimeout(() => resolve({ never: `no answer in ${ms} ms` }), ms)));
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
};

/** Like `within`, but silence is an error. */
export const must = (ms, promise) => {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`scenario ran past its ${ms} ms`)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
