import { employerDimensions } from '../question/dimensions';
import type { CountFigure } from '../question/figure';
import { blockedRecords, blockFlows } from '../things/blocks';

const dimensions = ['office', 'scope', 'ground', ...employerDimensions] as const;

export const blocked: CountFigure = {
  id: 'blocked',
  counts: 'things',
  label: { id: 'Sedang diblokir', en: 'Blocked' },
  definition: {
    id: 'Data kepegawaian yang blokir atau pembukaan terakhirnya adalah blokir; satu kali selama data atau layanan diblokir',
    en: 'Records whose latest block or lift in effect is a block; once while data or services are blocked (stock)',
  },
  units: ['personnel-records'],
  dimensions,
  things: blockedRecords,
};

const flow = (figure: Pick<CountFigure, 'id' | 'label' | 'definition'>, direction: 1 | -1): CountFigure => ({
  ...figure,
  counts: 'things',
  units: ['personnel-records'],
  dimensions: [...dimensions, 'day'],
  flow: true,
  things: (moment) => blockFlows(moment, direction),
});

export const blocks = flow(
  {
    id: 'blocks',
    label: { id: 'Pemblokiran', en: 'Blocks' },
    definition: {
      id: 'Data kepegawaian yang menjadi terblokir dari hari pertama sampai hari terakhir yang ditanyakan',
      en: 'Records becoming blocked with their own day from `from` to `until`, both included (flow)',
    },
  },
  1,
);

export const unblocks = flow(
  {
    id: 'unblocks',
    label: { id: 'Pembukaan blokir', en: 'Unblocks' },
    definition: {
      id: 'Data kepegawaian yang menjadi bebas dari hari pertama sampai hari terakhir yang ditanyakan',
      en: 'Records becoming free with their own day from `from` to `until`, both included (flow)',
    },
  },
  -1,
);
