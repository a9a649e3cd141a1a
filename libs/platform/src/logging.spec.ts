import { createLog, withoutLongNumbers } from './logging';

describe('the log', () => {
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line), () => Date.UTC(2020, 9, 26));
  beforeEach(() => lines.splice(0));

  it('writes one JSON object a line, with its instant', () => {
    log.warn('append refused', { stream: 'recommendation-R-1', attempts: 2 });
    expect(JSON.parse(lines[0]!)).toEqual({ at: '2020-10-26T00:00:00.000Z', level: 'warn', message: 'append refused', stream: 'recommendation-R-1', attempts: 2 });
  });
  it('leaves out what is below its level', () => {
    log.debug('noise');
    expect(lines).toEqual([]);
  });
  it.each(['199001012015041001', '19900101 201504 1 001', '1990.0101.2015.0410.01'])('never holds a NIP, however written: %s', (nip) => {
    log.info(`refused ${nip}`, { found: nip });
    expect(lines[0]).not.toContain(nip);
    expect(lines[0]).toContain('<18 digits>');
  });
  it('keeps shorter numbers, such as instants in milliseconds', () => expect(withoutLongNumbers('at 1603670400000')).toBe('at 1603670400000'));
});
