import type { CountFigure } from '../question/figure';
import { keyColumn } from '../things/columns';
import { things } from '../things/things';
import { casesInSight } from './anomaly-cases';

export const anomalies: CountFigure = {
  id: 'anomalies',
  counts: 'things',
  label: { id: 'Kejanggalan', en: 'Anomalies' },
  definition: {
    id: 'Pertentangan dalam pernyataan lembaga yang terlihat pada hari itu, menurut jenis dan lembaga',
    en: 'Contradictions in what agencies stated that are in sight on the day, by kind and agency',
  },
  units: ['count'],
  dimensions: ['kind', 'agency'],
  things: (moment) => {
    const cases = casesInSight(moment);
    const column = (keys: readonly string[]) => {
      const distinct = [...new Set(keys)];
      const codeByKey = new Map(distinct.map((key, code) => [key, code]));
      return keyColumn(Int32Array.from(keys, (key) => codeByKey.get(key)!), distinct);
    };
    return [things(cases.length, { kind: () => column(cases.map(({ kind }) => kind)), agency: () => column(cases.map(({ agency }) => agency)) })];
  },
};
