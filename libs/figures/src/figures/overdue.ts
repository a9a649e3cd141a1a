import { employerDimensions } from '../question/dimensions';
import type { CountFigure } from '../question/figure';
import { overdueThings } from '../things/overdue';

export const overdue: CountFigure = {
  id: 'overdue',
  counts: 'things',
  label: { id: 'Lewat tenggat', en: 'Overdue' },
  definition: {
    id: 'Surat terbuka yang lewat tenggat; orangnya yang belum selesai; daerah yang punya sedikitnya satu',
    en: 'Open letters past their due day; their unsettled persons; the employers of kind region that hold at least one',
  },
  units: ['recommendations', 'persons', 'regions'],
  dimensions: [...employerDimensions, 'ageBand'],
  deadline: true,
  things: overdueThings,
};
