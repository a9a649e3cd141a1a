import { parseAddress } from './address';

describe('the address of a server', () => {
  it.each([
    ['kurrentdb://host', 'esdb://host:2113'],
    ['esdb://host:1', 'esdb://host:1'],
    ['kurrentdb+discover://cluster.example', 'esdb+discover://cluster.example:2113'],
    ['kurrentdb://a:1,b,c:3/', 'esdb://a:1,b:2113,c:3'],
    ['kurrentdb://netral:p%40ss@host', 'esdb://netral:p%40ss@host:2113'],
    ['kurrentdb://netral:a:b%3Fc@host', 'esdb://netral:a%3Ab%3Fc@host:2113'],
    ['kurrentdb://host?TLS=false&keep_alive_interval=-1', 'esdb://host:2113?tls=false&keepAliveInterval=-1'],
    ['kurrentdb://host?tlsCAFile=/etc/ca.crt&user-cert-file=u.crt&userKeyFile=u.key', 'esdb://host:2113?tlsCAFile=%2Fetc%2Fca.crt&userCertFile=u.crt&userKeyFile=u.key'],
  ])('%s is handed to the client as %s', (given, handedOn) => expect(parseAddress(given).connectionString).toBe(handedOn));

  it('keeps the prefix of streams for itself', () =>
    expect(parseAddress('kurrentdb://host?streamPrefix=netral%2F')).toEqual({ connectionString: 'esdb://host:2113', shown: 'host:2113', streamPrefix: 'netral/' }));

  it('is shown without user, password and options', () =>
    expect(parseAddress('kurrentdb://netral:secret@a,b?tls=false').shown).toBe('a:2113,b:2113'));

  it.each([
    ['postgres://host', 'scheme: found "postgres", expected kurrentdb://'],
    ['host:2113', 'scheme: found "host"'],
    ['kurrentdb://', 'host: found ""'],
    ['kurrentdb://a b', 'host: found "a b"'],
    ['kurrentdb://host:99999', 'host: found "host:99999"'],
    ['kurrentdb://user@host', 'credentials: expected user:password'],
    ['kurrentdb://user:%zz@host', 'credentials: % must be followed by two hexadecimal digits'],
    ['kurrentdb://host?tls', 'option tls: expected tls=value'],
    ['kurrentdb://host?tls=maybe', 'option tls: found "maybe", expected true or false'],
    ['kurrentdb://host?keepAliveInterval=often', 'option keepAliveInterval: found "often", expected a whole number'],
    ['kurrentdb://host?colour=red', 'option colour: no such option'],
    ['kurrentdb://host?tls=true&TLS=false', 'option TLS: stands twice'],
    ['kurrentdb://host?tlsVerifyCert=false', 'option tlsVerifyCert: has no effect'],
    ['kurrentdb://host?throwOnAppendFailure=false', 'option throwOnAppendFailure: is not to be set'],
    ['kurrentdb://host?userCertFile=a', 'options userCertFile and userKeyFile: expected both or none'],
    ['kurrentdb://host?streamPrefix=$all', 'option streamPrefix: found "$all"'],
    ['kurrentdb://host?a=1?b=2', 'options: expected one ? only'],
  ])('%s is refused: %s', (given, words) => expect(() => parseAddress(given)).toThrow(`address of the event store: ${words}`));

  it('never shows a password when it is refused', () => expect(() => parseAddress('kurrentdb://netral:secret@ho st')).not.toThrow('secret'));
});
