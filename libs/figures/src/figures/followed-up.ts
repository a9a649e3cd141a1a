import { employerDimensions } from '../question/dimensions';
import type { CountFigure, RateFigure } from '../question/figure';
import { State } from '../things/letter-book';
import { inState, type LetterSelection } from '../things/letters';

const units = ['persons', 'recommendations'] as const;
const dimensions = [...employerDimensions, 'sanction', 'class', 'day'] as const;
const settledStates = [State.settled];
const pendingStates = [State.inProcess, State.notStarted];
const recommendedStates = [...settledStates, ...pendingStates];

const counting = (figure: Pick<CountFigure, 'id' | 'label' | 'definition'>, selection: LetterSelection): CountFigure => ({
  ...figure,
  counts: 'things',
  units,
  dimensions,
  things: (moment, unit) => inState(moment, unit, selection),
});

export const recommended = counting(
  {
    id: 'recommended',
    label: { id: 'Direkomendasikan', en: 'Recommended' },
    definition: {
      id: 'Orang dalam surat rekomendasi yang berlaku, tanpa yang ditarik; surat demikian pula',
      en: 'Persons of letters in effect, the withdrawn left out; letters likewise',
    },
  },
  { states: recommendedStates, day: 'issued' },
);

export const settled: CountFigure = {
  ...counting(
    {
      id: 'settled',
      label: { id: 'Sudah ditindaklanjuti', en: 'Settled (followed up)' },
      definition: {
        id: 'Orang yang dijatuhi sanksi atau berhenti; surat yang selesai untuk semua orangnya',
        en: 'Those settled by a sanction or a separation from service; letters: closed',
      },
    },
    { states: settledStates, day: 'settled' },
  ),
  dimensions: [...dimensions, 'sanctionImposed'],
};

export const inProcess = counting(
  {
    id: 'in-process',
    label: { id: 'Dalam proses', en: 'In process' },
    definition: {
      id: 'Belum selesai tetapi tindak lanjut sudah dimulai; surat terbuka dengan sedikitnya satu orang dimulai atau selesai',
      en: 'Unsettled with follow-up started; an open letter with at least one person started or settled',
    },
  },
  { states: [State.inProcess], day: 'issued' },
);

export const pending = counting(
  {
    id: 'pending',
    label: { id: 'Belum ditindaklanjuti', en: 'Pending' },
    definition: {
      id: 'Direkomendasikan dikurangi sudah ditindaklanjuti; memuat yang dalam proses',
      en: 'Recommended less settled; contains what is in process',
    },
  },
  { states: pendingStates, day: 'issued' },
);

export const followUpRate: RateFigure = {
  id: 'follow-up-rate',
  counts: 'rate',
  label: { id: 'Tingkat tindak lanjut', en: 'Follow-up rate' },
  definition: {
    id: 'Sudah ditindaklanjuti dibagi direkomendasikan, dalam persen dengan satu desimal, beserta kedua angkanya',
    en: 'Settled over recommended of what the unit names, in per cent with one decimal (half up), with both numbers',
  },
  units,
  dimensions,
  things: (moment, unit) => inState(moment, unit, { states: recommendedStates, part: settledStates, day: 'issued' }),
};
