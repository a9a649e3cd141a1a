import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';

describe('answers over HTTP', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    const receipts = await netral.give(...jointDecision, ...facts);
    expect(receipts.filter(({ outcome }) => outcome !== 'recorded')).toEqual([]);
  });
  afterAll(() => netral.close());

  it('give a figure', async () => {
    const answer = await netral.get('/v1/figures/overdue?asOf=2020-10-26');
    expect(answer.body).toEqual({});
  });
});
