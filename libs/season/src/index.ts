export * from './joint';
export { countSeason, generateSeason, scaleMax, seasonMessages, type SeasonMessage, type SeasonOptions } from './season';
