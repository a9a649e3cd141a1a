import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { AskFigure, GetEmployer, ListAnomalies, ListEvents, ListLetters, type Viewer } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { createLog, readConfig } from '@netral/platform';
import { type AskedPath, employerQuestions, figureQuestions, listQuestions, seriesQuestions, take, type Taken } from '../questions';
import { randomOf } from '../statistics';

export interface QuestionsTask {
  readonly dataDir: string;
  readonly seed: number;
  /** Questions a figure, and a list. */
  readonly times: number;
}

const INVESTIGATOR = { kind: 'investigator', keyId: 'bench' } as unknown as Viewer;

const queryOf = (asked: string) => {
  const [place = '', search = ''] = asked.split('?');
  const name = place.split('/').at(-1)!;
  if (place.startsWith('/v1/figures/')) return new AskFigure(name, search, INVESTIGATOR);
  if (place.startsWith('/v1/employers/')) return new GetEmployer(name, search);
  if (place === '/v1/recommendations') return new ListLetters(search);
  return place === '/v1/anomalies' ? new ListAnomalies(search, INVESTIGATOR) : new ListEvents(search);
};

/** Asks every figure and list at random times in this process, without HTTP. Times are in milliseconds, by kind. */
export const measureQuestions = async ({ dataDir, seed, times }: QuestionsTask): Promise<{ readonly figures: Taken; readonly lists: Taken; readonly others: Taken }> => {
  const log = createLog('error', (line) => process.stderr.write(`${line}\n`), Date.now);
  const app = await NestFactory.createApplicationContext(NetralModule.forReading(readConfig({ NETRAL_DATA_DIR: dataDir }), { log }), { logger: false });
  const queries = app.get(QueryBus);
  const random = randomOf(seed);
  const ask = async (questions: readonly AskedPath[]): Promise<Taken> => {
    const taken: Taken = {};
    for (const { kind, path } of questions) {
      const began = performance.now();
      await queries.execute(queryOf(path));
      take(taken, kind, performance.now() - began);
    }
    return taken;
  };
  // A server that has just begun answers slowly for a moment, whatever is asked: not counted.
  await ask([...figureQuestions(random, 3), ...listQuestions(random, 3)]);
  const found = { figures: await ask(figureQuestions(random, times)), lists: await ask(listQuestions(random, times)), others: await ask([...employerQuestions(random, times), ...seriesQuestions(random, Math.ceil(times / 2))]) };
  await app.close();
  return found;
};
