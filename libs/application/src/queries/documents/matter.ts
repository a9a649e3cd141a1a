import { dayOf, type DayNumber } from '@netral/domain';
import {
  complaintView, letterView, personnelView, reportView, type ComplaintLedger, type LetterLedger, type PersonnelLedger, type ReportLedger,
} from '@netral/projections';
import { LAST_DAY } from '../question/calendar-days';
import type { Moment } from '../question/moment';
import type { DocumentKind } from './may-read';

interface MatterInfo {
  readonly projection: string;
  /** Addresses are `/v1/<path>/<id>`. */
  readonly path: string;
  /** Streams are `<stream>-<id>`. */
  readonly stream: string;
  readonly what: string;
  /** As it stands for a question; undefined while it is not known or not in effect. */
  readonly view: (body: unknown, question: { readonly ordinal: number; readonly asOf: DayNumber }) => object | undefined;
}

/** The four kinds of matter: which read model holds them, which stream made them, and how they look at a moment. */
export const matters: Readonly<Record<DocumentKind, MatterInfo>> = {
  recommendation: {
    projection: 'recommendations', path: 'recommendations', stream: 'recommendation', what: 'recommendation',
    view: (body, question) => letterView(body as LetterLedger, question),
  },
  report: {
    projection: 'bawaslu-register', path: 'reports', stream: 'report', what: 'report',
    view: (body, question) => reportView(body as ReportLedger, question),
  },
  complaint: {
    projection: 'recommender-register', path: 'complaints', stream: 'complaint', what: 'complaint',
    view: (body, question) => complaintView(body as ComplaintLedger, question),
  },
  personnel: {
    projection: 'personnel', path: 'personnel', stream: 'personnel', what: 'personnel record',
    view: (body, question) => personnelView(body as PersonnelLedger, question),
  },
};

export const viewAt = (kind: DocumentKind, body: unknown, { ordinal, asOf }: Moment): object | undefined =>
  matters[kind].view(body, { ordinal, asOf: dayOf(asOf) });

/** A matter as known at a moment, whatever its own day: on the day asked it may not be in effect yet. */
export const viewOnLastDay = (kind: DocumentKind, body: unknown, { ordinal }: Moment): object | undefined =>
  matters[kind].view(body, { ordinal, asOf: LAST_DAY });

/** Employers that a matter concerns, wherever its view names them. */
export const employersIn = (view: unknown): readonly string[] => {
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).flatMap(([key, value]) => (key === 'employer' && typeof value === 'string' ? [value] : employersIn(value)));
};
