import type { Provider, Type } from '@nestjs/common';
import { accessControllers, accessProviders } from '../access/access.providers';
import { ProblemsController } from '../problem/problems.controller';
import { CatalogueController } from '../answers/catalogue.controller';
import { ComplaintsController } from '../answers/complaints.controller';
import { FiguresController } from '../answers/figures.controller';
import { HealthController } from '../answers/health.controller';
import { OversightController } from '../answers/oversight.controller';
import { OverviewController } from '../answers/overview.controller';
import { PersonnelController } from '../answers/personnel.controller';
import { ProjectionsController } from '../answers/projections.controller';
import { RecommendationsController } from '../answers/recommendations.controller';
import { ReportsController } from '../answers/reports.controller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { intakeControllers, intakeProviders } from '../intake/intake.providers';
import { Live } from '../live/live';
import { LiveController } from '../live/live.controller';
import { ApiDescription } from '../openapi/api-description';
import { RebuildsController } from '../operation/rebuilds.controller';
import { PageFiles } from '../pages/page-files';
import { PagesController } from '../pages/pages.controller';
import { ElsewhereController } from './elsewhere.controller';

/** Which routes a process serves: all; answers and the page; or the way in. */
export type HttpRole = 'embedded' | 'api' | 'ingestor';

export interface Routes {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

const answers: Routes = {
  controllers: [
    FiguresController, RecommendationsController, ReportsController, ComplaintsController, PersonnelController, OversightController, OverviewController,
    CatalogueController, ProjectionsController, LiveController,
  ],
  providers: [Live],
};
const pages: Routes = { controllers: [PagesController], providers: [PageFiles] };
const intake: Routes = { controllers: intakeControllers, providers: intakeProviders };
const operation: Routes = { controllers: [HealthController], providers: [ApiDescription, AnswerInterceptor, ...accessProviders] };
const signIn: Routes = { controllers: accessControllers, providers: [] };

/** In the order in which an address is matched. */
const ROUTES: Readonly<Record<HttpRole, readonly Routes[]>> = {
  embedded: [pages, operation, answers, { controllers: [RebuildsController], providers: [] }, signIn, intake],
  api: [pages, operation, answers, signIn, { controllers: [ElsewhereController], providers: [] }],
  ingestor: [operation, { controllers: [ProblemsController], providers: [] }, intake],
};

export const routesOf = (role: HttpRole): Routes => ({
  controllers: ROUTES[role].flatMap(({ controllers }) => controllers),
  providers: ROUTES[role].flatMap(({ providers }) => providers),
});
