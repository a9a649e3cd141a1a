import { employerDimensions } from '../question/dimensions';
import type { CountFigure } from '../question/figure';
import { inRegister, registerTable, violationsIn, type RegisterSelection } from '../things/register';

export const reported: CountFigure = {
  id: 'reported',
  counts: 'things',
  label: { id: 'Dilaporkan', en: 'Reported' },
  definition: {
    id: 'Orang (laporan) yang berlaku dalam register lembaga yang ditanyakan',
    en: 'Persons (reports) in effect in the register of the agency asked: Bawaslu’s or the recommender’s',
  },
  units: ['persons', 'reports'],
  dimensions: [...employerDimensions, 'category', 'positionGroup', 'day', 'kind', 'stage'],
  bawasluOnly: ['kind', 'stage'],
  registers: true,
  things: (moment, unit) => inRegister(moment, unit, { table: registerTable(moment) }),
};

export const violations: CountFigure = {
  id: 'violations',
  counts: 'things',
  label: { id: 'Pelanggaran', en: 'Violations' },
  definition: {
    id: 'Satu orang, satu kategori, satu laporan, dalam register lembaga yang ditanyakan',
    en: 'One person, one category, one report, in the register asked',
  },
  units: ['violations'],
  dimensions: ['category', 'positionGroup', ...employerDimensions, 'stage'],
  bawasluOnly: ['stage'],
  registers: true,
  things: violationsIn,
};

const withEvent = (figure: Pick<CountFigure, 'id' | 'label' | 'definition'>, selection: RegisterSelection): CountFigure => ({
  ...figure,
  counts: 'things',
  units: ['reports', 'persons'],
  dimensions: selection.reason === undefined ? ['day'] : ['reason', 'day'],
  things: (moment, unit) => inRegister(moment, unit, selection),
});

export const dismissed = withEvent(
  {
    id: 'dismissed',
    label: { id: 'Dihentikan Bawaslu', en: 'Dismissed' },
    definition: { id: 'Laporan (orang) dalam register Bawaslu yang dihentikan', en: 'Reports (persons) of Bawaslu’s register that it dismissed' },
  },
  { table: 'reportPersons', event: 'dismissedOn', reason: 'dismissReason' },
);

export const forwarded = withEvent(
  {
    id: 'forwarded',
    label: { id: 'Diteruskan Bawaslu', en: 'Forwarded' },
    definition: { id: 'Laporan (orang) dalam register Bawaslu yang diteruskan', en: 'Reports (persons) of Bawaslu’s register that it forwarded' },
  },
  { table: 'reportPersons', event: 'forwardedOn' },
);

export const returned = withEvent(
  {
    id: 'returned',
    label: { id: 'Dikembalikan', en: 'Returned' },
    definition: {
      id: 'Pengaduan (orang) dalam register pemberi rekomendasi yang dikembalikan',
      en: 'Complaints (persons) of the recommender’s register that it returned',
    },
  },
  { table: 'complaintPersons', event: 'returnedOn', reason: 'returnReason' },
);

export const notProven = withEvent(
  {
    id: 'not-proven',
    label: { id: 'Tidak terbukti', en: 'Not proven' },
    definition: {
      id: 'Pengaduan (orang) dalam register pemberi rekomendasi yang tidak terbukti',
      en: 'Complaints (persons) of the recommender’s register found not proven',
    },
  },
  { table: 'complaintPersons', event: 'notProvenOn', reason: 'notProvenReason' },
);
