import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@netral/platform';
import { composeFile, composeFileWith, REPOSITORY, type Service } from './compose-file';
import { ComposeSchema } from './compose.schema';

const ROLES = ['ingestor', 'projector', 'api'];
const SERVERS = ['kurrentdb', 'kafka', 'mongodb'];
const file = composeFile();
const services = Object.entries(file.services);
const roles = (): readonly [string, Service][] => services.filter(([name]) => ROLES.includes(name));
const secretNames = ({ secrets = [] }: Service): readonly string[] => secrets.map((each) => (typeof each === 'string' ? each : each.source));
/** A value for each variable that the file asks for. */
const variables = Object.fromEntries([...readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => [name as string, 'given']));

describe('docker-compose.yml', () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(ComposeSchema);

  it('says only what its schema knows', () => {
    validate(file);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['an image without a version', { image: 'mongo' }],
    ['an image of whatever is latest', { image: 'mongo:latest' }],
    ['a port open to everyone', { ports: ['27017:27017'] }],
    ['a container that may do everything', { privileged: true }],
    ['a check written as one text', { healthcheck: { test: 'true', interval: '1s', timeout: '1s', retries: 3, start_period: '1s' } }],
  ])('is refused with %s', (_, planted) => {
    expect(validate(file)).toBe(true);
    expect(validate({ ...file, services: { ...file.services, mongodb: { ...file.services['mongodb'], ...planted } } })).toBe(false);
  });

  it('has the three servers, the three roles and a set-up for each that needs one', () => {
    expect(services.map(([name]) => name).sort()).toEqual([...SERVERS, ...ROLES, 'set-up-kafka', 'set-up-keys', 'set-up-kurrentdb', 'set-up-mongodb'].sort());
  });

  it('names only volumes, secrets, networks and services that it has, and has none that nobody uses', () => {
    const used = {
      volumes: services.flatMap(([, { volumes = [] }]) => volumes).filter((each) => !each.startsWith('./')).map((each) => each.split(':')[0]),
      secrets: services.flatMap(([, service]) => secretNames(service)),
      networks: services.flatMap(([, { networks = [] }]) => networks),
    };
    for (const kind of ['volumes', 'secrets', 'networks'] as const) expect([...new Set(used[kind])].sort()).toEqual(Object.keys(file[kind]).sort());
    expect(services.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on)).filter((name) => file.services[name] === undefined)).toEqual([]);
  });

  it('mounts only files that are there', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes).filter((each) => each.startsWith('./')).map((each) => each.split(':')[0] as string);
    expect(mounted.filter((each) => !existsSync(join(REPOSITORY, each)))).toEqual([]);
    expect(mounted).not.toHaveLength(0);
  });

  it('checks the health of whatever goes on running, and waits for what a service needs', () => {
    for (const name of [...SERVERS, ...ROLES]) expect([name, file.services[name]?.healthcheck]).not.toEqual([name, undefined]);
    for (const [, { depends_on = {} }] of services)
      for (const [needed, { condition }] of Object.entries(depends_on))
        expect([needed, condition]).toEqual([needed, needed.startsWith('set-up-') ? 'service_completed_successfully' : 'service_healthy']);
  });

  it('shuts in whatever runs our code: nothing to write but its volumes, no rights, no way out of the machine but by a door', () => {
    for (const [name, service] of services.filter(([, { build }]) => build !== undefined))
      expect([name, service['read_only'], service['cap_drop'], service['security_opt']]).toEqual([name, true, ['ALL'], ['no-new-privileges:true']]);
    expect(file.networks['stores']).toEqual({ internal: true });
    for (const [name, { networks = [], ports }] of services) expect([name, networks.includes('doors')]).toEqual([name, ports !== undefined]);
  });

  it('has no password of its own: whatever is secret is a file or must be given', () => {
    expect(() => composeFileWith({})).toThrow(/: run infra\/prepare\.sh$/);
    const written = services.flatMap(([name, { environment = {} }]) => Object.entries(environment).map(([variable, value]) => [`${name} ${variable}`, value] as const));
    for (const [what, value] of written.filter(([what]) => /PASSWORD$/.test(what))) expect([what, value]).toEqual([what, expect.stringMatching(/^\$\{\w+:\?run infra\/prepare\.sh\}$/)]);
    for (const [what, value] of written) expect([what, value]).toEqual([what, expect.not.stringMatching(/:\/\/[^/@]+:[^$][^/@]*@/)]);
  });
});

describe.each(roles())('the role %s in docker-compose.yml', (name) => {
  const service = composeFileWith(variables).services[name] as Service;
  const config = readConfig(service.environment ?? {});

  it('has settings that Netral takes, and reaches its stores by the names of the services', () => {
    expect([config.eventStore, config.readStore].map((address) => new URL(address).hostname)).toEqual(['kurrentdb', 'mongodb']);
    expect([config.metricsHost, config.season]).toEqual(['0.0.0.0', 'none']);
  });

  it('is published at the port that it listens on', () => {
    const published = (service.ports ?? []).map((each) => Number(each.split(':').at(-1)));
    expect(published).toEqual(name === 'projector' ? [] : [config.httpPort]);
  });

  it('runs a program that the build makes', () => {
    const [program, file] = service.command as [string, string];
    expect(program).toBe('node');
    expect(existsSync(join(REPOSITORY, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('is given time to stop that is longer than it takes', () => {
    expect(Number.parseInt(String(service['stop_grace_period']), 10) * 1000).toBeGreaterThan(config.shutdownMsMax);
  });
});

describe('the ingestor in docker-compose.yml', () => {
  const { environment = {} } = composeFileWith(variables).services['ingestor'] as Service;

  it('keeps identities where several can share them, and signs in at Kafka', () => {
    const config = readConfig(environment);
    expect(new URL(config.vault).hostname).toBe('mongodb');
    expect([config.kafkaBrokers, config.kafkaUser, config.kafkaPassword]).toEqual(['kafka:9092', 'ingestor', 'given']);
  });

  it('refuses at the door what the log could not keep', () => {
    expect(readConfig(environment).ingestMessageBytesMax).toBe(900_000);
  });
});
