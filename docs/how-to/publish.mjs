// The whole of an agency's program: one CloudEvent a line from standard input to the agency's topic, receipts to standard output.
// BROKERS=kafka.example:9094 USER_NAME=kasn PASSWORD=… node publish.mjs netral.kasn < messages.ndjson     (npm install kafkajs)
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import kafkajs from 'kafkajs';

const { BROKERS, USER_NAME, PASSWORD } = process.env;
const [, , topic] = process.argv;
const sasl = USER_NAME && { ssl: true, sasl: { mechanism: 'scram-sha-512', username: USER_NAME, password: PASSWORD } };
const kafka = new kafkajs.Kafka({ clientId: `${topic}-example`, brokers: BROKERS.split(','), logLevel: kafkajs.logLevel.ERROR, ...sasl });
const events = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const waiting = new Set(events.map(({ id }) => id));

const receipts = kafka.consumer({ groupId: `${topic.replace('.', '-')}-${randomUUID()}` });
await receipts.connect();
await receipts.subscribe({ topic: 'netral.receipts', fromBeginning: true });
const done = new Promise((resolve) => receipts.run({ autoCommit: false, eachMessage: async ({ message: { key, value } }) => {
  if (JSON.parse(value).topic === topic && waiting.delete(String(key))) console.log(String(value));
  if (waiting.size === 0) resolve();
} }));

const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
await producer.connect();
const headers = { 'content-type': 'application/cloudevents+json' };
await producer.send({ topic, acks: -1, messages: events.map((event) => ({ key: event.subject, value: JSON.stringify(event), headers })) });
await done;
await Promise.all([producer.disconnect(), receipts.disconnect()]);
