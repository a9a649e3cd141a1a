import { bawasluRegister } from './bawaslu-register';
import { intake } from './intake';
import { oversight } from './oversight';
import { personnel } from './personnel';
import type { Projection } from './projection';
import { recommendations } from './recommendations';
import { recommenderRegister } from './recommender-register';
import { reprimands } from './reprimands';
import { rules } from './rules';

/** Every read model, in one combined pass over the log. */
export const projections: readonly Projection[] = [
  rules, bawasluRegister, recommenderRegister, recommendations, personnel, reprimands, oversight, intake,
];

/** Names and versions: a read store made by other projections than these is rebuilt. */
export const fingerprintOf = (all: readonly Projection[]): string => all.map(({ name, version }) => `${name}@${version}`).sort().join(' ');
