export * from './joint';
export { countSeason, generateSeason, scaleMax, seasonCopies, seasonMessages, type SeasonMessage, type SeasonOptions } from './season';
