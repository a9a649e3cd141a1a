import { ReadStoreError } from '../read-store';
import { isDuplicate, mongoStoreError } from './store-errors';

const failed = (name: string, more: object = {}): Error => Object.assign(new Error('dup key: { _id: "persons/secret" } at mongodb://netral:s3cret@host'), { name }, more);

describe('errors of the driver', () => {
  it.each([
    ['a wrong password', failed('MongoServerError', { code: 18 }), 'denied'],
    ['a right that is missing', failed('MongoServerError', { code: 13 }), 'denied'],
    ['a server that is no primary', failed('MongoServerError', { code: 10107 }), 'read-only'],
    ['a primary that is being stopped', failed('MongoServerError', { code: 91 }), 'read-only'],
    ['a full disk', failed('MongoServerError', { code: 14031 }), 'disk-full'],
    ['a majority that did not confirm', failed('MongoWriteConcernError', { code: 64 }), 'unreachable'],
    ['a document that is too large', failed('MongoServerError', { code: 10334 }), 'too-large'],
    ['a command that is not there', failed('MongoServerError', { code: 59 }), 'misconfigured'],
    ['nobody at the address', failed('MongoServerSelectionError', { reason: { servers: new Map([['host', { error: failed('MongoNetworkError', { cause: { code: 'ECONNREFUSED' } }) }]]) } }), 'unreachable'],
    ['a certificate that nobody vouches for', failed('MongoServerSelectionError', { reason: { servers: new Map([['host', { error: failed('MongoNetworkError', { cause: { code: 'SELF_SIGNED_CERT_IN_CHAIN' } }) }]]) } }), 'untrusted'],
    ['a broken connection', failed('MongoNetworkError'), 'unreachable'],
    ['a connection given up by the pool', failed('PoolClearedOnNetworkError'), 'unreachable'],
    ['anything else that a server says', failed('MongoServerError', { code: 4242 }), 'unreachable'],
  ])('tell what can be done about %s, in our words only', (_, error, reason) => {
    const found = mongoStoreError(error, 'host:27017') as ReadStoreError;
    expect(found).toMatchObject({ name: 'ReadStoreError', reason });
    expect(found.message).toMatch(/^MongoDB \(host:27017\): /);
    expect(found.message).not.toMatch(/s3cret|persons|dup key/);
    expect(found.cause).toBeUndefined();
  });

  it('leave alone what is none of theirs', () => {
    for (const error of [new RangeError('x'), new ReadStoreError('closed', 'x'), 'text']) expect(mongoStoreError(error, 'host')).toBe(error);
  });

  it('are duplicates only when nothing else failed', () => {
    expect([isDuplicate({ code: 11_000 }), isDuplicate({ code: 11_000, writeErrors: [{ code: 11_000 }, { code: 121 }] }), isDuplicate({ code: 1 })]).toEqual([true, false, false]);
    expect(isDuplicate({ code: 11_000, writeErrors: [{ code: 11_000 }] })).toBe(true);
  });
});
