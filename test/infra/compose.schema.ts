import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false };
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const Text = Type.String({ minLength: 1 });
const Command = Type.Array(Text, { minItems: 1 });
const Duration = Type.String({ pattern: '^[1-9]\\d*s$' });
const Environment = Type.Record(Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }), Type.String(), closed);

const HealthCheck = Type.Object({
  // The array form: the text form would go through a shell unasked.
  test: Type.Unsafe({ type: 'array', minItems: 2, items: [{ enum: ['CMD', 'CMD-SHELL'] }], additionalItems: Text }),
  interval: Duration, timeout: Duration, retries: Type.Integer({ minimum: 3, maximum: 20 }), start_period: Duration,
}, closed);

const Service = Type.Object({
  // A version, never `latest`, and at least down to the minor one's patch.
  image: Type.String({ pattern: '^[a-z0-9]+(/[a-z0-9]+)?:\\d+\\.\\d+\\.\\d+$' }),
  build: Type.Optional(Type.Object({ context: Type.Literal('.'), dockerfile: Type.Literal('infra/Dockerfile') }, closed)),
  entrypoint: Type.Optional(Command),
  command: Type.Optional(Command),
  environment: Type.Optional(Environment),
  secrets: Type.Optional(Type.Array(Type.Union([Name, Type.Object({ source: Name, target: Type.String({ pattern: '^/' }) }, closed)]), { minItems: 1 })),
  volumes: Type.Optional(Type.Array(Type.String({ pattern: '^(\\./[\\w./-]+:/[\\w./-]+:ro|[a-z][a-z-]*:/[\\w./-]+(:ro)?)$' }), { minItems: 1 })),
  // Of this machine only, unless an operator says otherwise.
  ports: Type.Optional(Type.Array(Type.String({ pattern: '^\\$\\{[A-Z_]+:-127\\.0\\.0\\.1\\}:(\\d+):\\1$' }), { minItems: 1 })),
  networks: Type.Optional(Type.Array(Name, { minItems: 1 })),
  network_mode: Type.Optional(Type.Literal('none')),
  depends_on: Type.Optional(Type.Record(Name, Type.Object({
    condition: Type.Union([Type.Literal('service_healthy'), Type.Literal('service_completed_successfully')]),
  }, closed))),
  healthcheck: Type.Optional(HealthCheck),
  restart: Type.Union([Type.Literal('unless-stopped'), Type.Literal('on-failure:5')]),
  stop_grace_period: Type.Optional(Duration),
  init: Type.Optional(Type.Literal(true)),
  read_only: Type.Optional(Type.Literal(true)),
  tmpfs: Type.Optional(Type.Array(Type.String({ pattern: '^/' }))),
  cap_drop: Type.Optional(Type.Tuple([Type.Literal('ALL')])),
  security_opt: Type.Optional(Type.Tuple([Type.Literal('no-new-privileges:true')])),
  logging: Type.Object({
    driver: Type.Literal('json-file'),
    options: Type.Object({ 'max-size': Type.String({ pattern: '^\\d+m$' }), 'max-file': Type.String({ pattern: '^\\d+$' }) }, closed),
  }, closed),
}, closed);

/** What docker-compose.yml may say: less than compose takes. What else is wanted is added here first, knowingly. */
export const ComposeSchema = Type.Object({
  name: Type.Literal('netral'),
  services: Type.Record(Name, Service, closed),
  networks: Type.Record(Name, Type.Object({ internal: Type.Optional(Type.Literal(true)) }, closed), closed),
  volumes: Type.Record(Name, Type.Object({}, closed), closed),
  secrets: Type.Record(Name, Type.Object({ file: Type.String({ pattern: '^infra/secrets/[a-z-]+$' }) }, closed), closed),
}, { ...closed, patternProperties: { '^x-': {} } });
