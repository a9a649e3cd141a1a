export type { LetterLedger, LetterStatement } from './kept';
export { letterOf, type Letter, type LetterPerson } from './letter';
export { recommendations } from './recommendations.projection';
export { weightOf } from './sanctions';
export { letterView, personState, type LetterState, type LetterView, type PersonState } from './view';
