import type { EventData } from '@netral/contracts';

type Grant = EventData<'AuthorityGranted'>;

const grant = (grantId: string, agency: string, role: Grant['role'], validFrom: string, validUntil: string | null, basis: string): Grant => ({
  grantId, agency, role, eventTypes: 'all', employers: 'all', validFrom, validUntil, basis,
});

// KASN stopped on 23 August 2024 and BKN took its place: the recommender is a role, not an agency.
const KASN_UNTIL = '2024-08-23';
const BKN_RECOMMENDS_FROM = '2024-08-24';
const SEASON_FROM = '2020-01-01';

/** What the agencies could state by statute, before and beside the joint decision. */
export const statutoryGrants: readonly Grant[] = [
  grant('bawaslu-statute', 'bawaslu', 'bawaslu', SEASON_FROM, null, 'UU 10/2016; Perbawaslu 6/2018'),
  grant('kasn-statute', 'kasn', 'recommender', SEASON_FROM, KASN_UNTIL, 'UU 5/2014 pasal 27-33'),
  grant('ppk-statute', 'ppk', 'ppk', SEASON_FROM, null, 'UU 5/2014 pasal 32; PP 42/2004; PP 53/2010'),
  grant('bkn-statute', 'bkn', 'bkn', SEASON_FROM, null, 'UU 5/2014: pengawasan norma, standar, prosedur dan kriteria manajemen ASN'),
  grant('kemendagri-statute', 'kemendagri', 'kemendagri', SEASON_FROM, null, 'UU 23/2014; PP 12/2017'),
  grant('bkn-recommender', 'bkn', 'recommender', BKN_RECOMMENDS_FROM, null, 'UU 20/2023; SE MenPANRB 4/2024'),
];

export const JOINT_DECISION_ON = '2020-09-10';
const JOINT_DECISION = 'SKB 10 September 2020: MenPANRB 05/2020, Mendagri 800-2836/2020, BKN 167/KEP/2020, KASN 6/SKB/KASN/9/2020, Bawaslu 0314';

/** The five agencies' joint decision lays the same authority on a common ground; the statutes go on beside it. */
export const jointDecisionGrants: readonly Grant[] = [
  grant('bawaslu-skb-2020', 'bawaslu', 'bawaslu', JOINT_DECISION_ON, null, JOINT_DECISION),
  grant('kasn-skb-2020', 'kasn', 'recommender', JOINT_DECISION_ON, KASN_UNTIL, JOINT_DECISION),
  grant('ppk-skb-2020', 'ppk', 'ppk', JOINT_DECISION_ON, null, JOINT_DECISION),
  grant('bkn-skb-2020', 'bkn', 'bkn', JOINT_DECISION_ON, null, JOINT_DECISION),
  grant('kemendagri-skb-2020', 'kemendagri', 'kemendagri', JOINT_DECISION_ON, null, JOINT_DECISION),
];
