import type { Server } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { MODELS_FEED, READ_MODELS, type ModelsFeed, type ReadModels } from '@netral/application';
import { CLOCK, CONFIG, type Clock, type Config } from '@netral/platform';
import express from 'express';
import { rateLimit } from './access/rate-limit';
import { securityHeaders } from './access/security-headers';
import { refuseOtherMethods } from './answer/method-not-allowed';
import { HttpModule } from './http.module';
import { ApiDescription } from './openapi/api-description';
import { describeApi } from './openapi/document';
import { refuseUnread } from './roles/refuse-unread';
import type { HttpRole } from './roles/routes';

const HEADERS_MS_MAX = 30_000;
const SILENCE_MS_MAX = 120_000;

/** A body may stream for hours, but no connection may be silent for long, nor its head come by drops. */
const boundConnections = (server: Server): void => {
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS_MAX;
  server.setTimeout(SILENCE_MS_MAX);
};

/**
 * The server over the use cases that a role serves, ready to listen. Bodies are not parsed: the intake streams them. Who asks is known by the
 * connection, not by what a proxy says.
 */
export const createHttpApp = async (netral: DynamicModule, role: HttpRole = 'embedded'): Promise<NestExpressApplication> => {
  const server = express();
  server.set('case sensitive routing', true);
  server.set('query parser', 'simple');
  server.set('etag', false);
  server.set('trust proxy', false);
  server.disable('x-powered-by');
  const app = await NestFactory.create<NestExpressApplication>(HttpModule.over(netral, role), new ExpressAdapter(server), { bodyParser: false, logger: false, abortOnError: false });
  const [config, clock] = [app.get<Config>(CONFIG), app.get<Clock>(CLOCK)];
  app.use(securityHeaders, rateLimit(config.requestsPerSecondMax, () => clock.now()), refuseOtherMethods(server));
  if (role === 'api') app.use(refuseUnread(app.get<ModelsFeed>(MODELS_FEED), app.get<ReadModels>(READ_MODELS)));
  app.get(ApiDescription).set(describeApi(app));
  boundConnections(app.getHttpServer());
  return app;
};
