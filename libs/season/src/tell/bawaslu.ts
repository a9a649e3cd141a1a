import { categoryLists, labelOf } from '@netral/contracts';
import { day, isoDay as isoOf } from '../calendar';
import { electionRegionOf } from '../employers';
import type { Report } from '../story/model';
import { type Teller, whenever } from './teller';

/** Bawaslu's register changed its form in April: from then on one report could state several categories. */
const SECOND_FORM = day('2020-04-01');
/** Candidates were fixed on 23 September 2020. */
const CANDIDATES_FIXED = day('2020-09-23');

/** A category in an agency's own words; ours where its list has none. */
export const categoryAs = (agency: 'kasn' | 'bawaslu', code: string): { code: string; label: string } => ({
  code,
  label: categoryLists[agency].find((each) => each.code === code)?.label ?? labelOf('categories', code).id,
});

const tellReport = (teller: Teller, report: Report): void => {
  const { random } = teller;
  const { reportedOn, knownFrom, knownUntil, employer } = report;
  const natural = whenever(reportedOn);
  const categories = report.categories.map((code) => categoryAs('bawaslu', code));
  const [first] = categories as [{ code: string; label: string }];
  const old = reportedOn < SECOND_FORM && categories.length === 1;
  teller.state({
    agency: 'bawaslu',
    type: 'ViolationReported',
    subject: report.id,
    on: reportedOn,
    version: old ? 1 : 2,
    arrives: {
      from: Math.max(natural.from, knownFrom ?? 0),
      until: knownUntil ?? Math.max(natural.until, (knownFrom ?? 0) + 40 * 86_400_000),
    },
    data: {
      reportId: report.id,
      kind: report.kind,
      reportedOn: isoOf(reportedOn),
      electionRegion: electionRegionOf(random, employer),
      stage: reportedOn < CANDIDATES_FIXED ? 'before-candidates' : 'after-candidates',
      persons: report.persons.map((person) => ({
        ...teller.person(person),
        employer: teller.employer(person.employer),
        positionGroup: person.position,
      })),
      ...(old ? { category: first.code, categoryLabel: first.label } : { categories }),
    },
  });
};

const tellDismissal = (teller: Teller, { id, reportedOn }: Report): void => {
  const { random } = teller;
  const on = reportedOn + random.int(3, 9);
  const reason = random.weighted([
    ['not-a-violation', 45],
    ['no-evidence', 27],
    ['expired', 18],
    ['duplicate', 10],
  ]);
  teller.state({
    agency: 'bawaslu',
    type: 'ReportDismissed',
    subject: id,
    on,
    data: {
      reportId: id,
      dismissedOn: isoOf(on),
      reason,
      ...(random.chance(0.3) ? { explanation: 'Hasil kajian: tidak memenuhi unsur (teks sintetis).' } : {}),
    },
  });
};

const tellForwarding = (teller: Teller, report: Report): void => {
  const on = report.forwardedOn ?? report.reportedOn + teller.random.int(4, 9);
  teller.state({
    agency: 'bawaslu',
    type: 'ReportForwarded',
    subject: report.id,
    on,
    data: {
      reportId: report.id,
      forwardedOn: isoOf(on),
      to: 'kasn',
      withStudy: report.withStudy,
      letterNumber: `${String(teller.next('bawaslu-letter')).padStart(4, '0')}/PM.05.02/K/SINTETIS/2020`,
    },
  });
};

/** What Bawaslu sent: each finding or report, and its end there. */
export const tellBawaslu = (teller: Teller, reports: readonly Report[]): void => {
  for (const report of reports) {
    tellReport(teller, report);
    if (report.fate === 'dismissed') tellDismissal(teller, report);
    if (report.fate === 'forwarded') tellForwarding(teller, report);
  }
};
