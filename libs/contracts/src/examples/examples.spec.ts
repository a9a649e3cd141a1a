import { catalogue, eventTypes } from '../catalogue';
import { checkNip } from '../core/nip';
import { readMessage, validateData } from '../core/read-message';
import { exampleMessage } from './example-message';
import { syntheticContractNip, syntheticNip } from './synthetic-person';

const versions = eventTypes.flatMap((type) => catalogue[type].versions.map(({ version }) => [type, version] as const));

describe('the examples', () => {
  it.each(versions)('keep to the contract of %s at version %d', (type, version) => {
    expect(validateData(type, version, exampleMessage(type, version).data)).toEqual({ ok: true, value: undefined });
  });

  it.each(versions.filter(([type]) => catalogue[type].role !== 'intake'))('could be sent: %s at version %d', (type, version) => {
    expect(readMessage(exampleMessage(type, version))).toMatchObject({ ok: true, value: { type, version } });
  });

  it('are new at every call, so that a test may change what it got', () => {
    const first = exampleMessage('ViolationReported');
    expect(exampleMessage('ViolationReported')).toEqual(first);
    expect(exampleMessage('ViolationReported').data).not.toBe(first.data);
  });

  it('name persons by numbers that can be NIPs', () => {
    expect([syntheticNip(1), syntheticNip(999), syntheticContractNip(7)].map(checkNip)).toEqual(['ok', 'ok', 'ok']);
  });
});
