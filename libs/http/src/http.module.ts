import { Module, type DynamicModule } from '@nestjs/common';
import { accessControllers, accessProviders } from './access/access.providers';
import { AnswerInterceptor } from './answer/answer.interceptor';
import { CatalogueController } from './answers/catalogue.controller';
import { ComplaintsController } from './answers/complaints.controller';
import { FiguresController } from './answers/figures.controller';
import { HealthController } from './answers/health.controller';
import { OversightController } from './answers/oversight.controller';
import { OverviewController } from './answers/overview.controller';
import { PersonnelController } from './answers/personnel.controller';
import { RecommendationsController } from './answers/recommendations.controller';
import { ReportsController } from './answers/reports.controller';
import { intakeControllers, intakeProviders } from './intake/intake.providers';
import { RebuildsController } from './operation/rebuilds.controller';
import { ApiDescription } from './openapi/api-description';
import { Live } from './live/live';
import { LiveController } from './live/live.controller';
import { PageFiles } from './pages/page-files';
import { PagesController } from './pages/pages.controller';

/** The HTTP side, in front of a module that gives the use cases (`NetralModule`). */
@Module({})
export class HttpModule {
  static over(netral: DynamicModule): DynamicModule {
    return {
      module: HttpModule,
      imports: [netral],
      controllers: [
        PagesController, HealthController, FiguresController, RecommendationsController, ReportsController, ComplaintsController,
        PersonnelController, OversightController, OverviewController, CatalogueController, LiveController, RebuildsController, ...accessControllers, ...intakeControllers,
      ],
      providers: [ApiDescription, AnswerInterceptor, Live, PageFiles, ...accessProviders, ...intakeProviders],
    };
  }
}
