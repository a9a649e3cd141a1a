import { ConfigError, readConfig, settings } from './config';

describe('the configuration', () => {
  it('has a default for everything', () => expect(readConfig({})).toMatchObject({ httpHost: '127.0.0.1', httpPort: 3000, dataDir: 'data', eventStore: 'sqlite' }));
  it('reads what is set', () => expect(readConfig({ NETRAL_HTTP_PORT: '8080' }).httpPort).toBe(8080));
  it.each([
    ['NETRAL_HTTP_PORT', 'http', 'a whole number from 0 to 65535'],
    ['NETRAL_HTTP_PORT', '70000', 'a whole number from 0 to 65535'],
    ['NETRAL_EVENT_STORE', 'postgres', 'sqlite, memory, or an address that begins with kurrentdb:// (or esdb://)'],
    ['NETRAL_EVENT_STORE', 'https://host:2113', 'sqlite, memory, or an address that begins with kurrentdb:// (or esdb://)'],
    ['NETRAL_READ_STORE', 'postgres', 'sqlite, memory, or an address that begins with mongodb:// (or mongodb+srv://) and names a database'],
  ])('refuses %s=%s and says what was expected', (variable, found, expected) => {
    expect(() => readConfig({ [variable]: found })).toThrow(new ConfigError([`${variable}: found ${JSON.stringify(found)}, expected ${expected}`]));
  });
  it.each(['memory', 'kurrentdb://127.0.0.1:2113?tls=false', 'kurrentdb+discover://cluster.example', 'esdb://a:1,b:2,c:3'])('takes %s for the log', (address) =>
    expect(readConfig({ NETRAL_EVENT_STORE: address }).eventStore).toBe(address));
  it('does not show the password of an address it refuses', () =>
    expect(() => readConfig({ NETRAL_EVENT_STORE: 'http://admin:changeit@host' })).toThrow('found "http://…@host"'));
  it('names a setting that is none: a typing error is not silently a default', () =>
    expect(() => readConfig({ NETRAL_HTTP_PROT: '1' })).toThrow('NETRAL_HTTP_PROT: no such setting'));
  it('names every problem at once', () => {
    expect.assertions(1);
    try {
      readConfig({ NETRAL_HTTP_PORT: 'x', NETRAL_LOG_LEVEL: 'loud' });
    } catch (error) {
      expect((error as ConfigError).problems).toHaveLength(2);
    }
  });
  it('gives no variable to two settings', () => {
    const variables = Object.values(settings).map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
  });
});
