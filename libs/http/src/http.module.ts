import { Module, type DynamicModule } from '@nestjs/common';
import { routesOf, type HttpRole } from './roles/routes';

/** The HTTP side, in front of a module that gives the use cases of the role (`NetralModule`). */
@Module({})
export class HttpModule {
  static over(netral: DynamicModule, role: HttpRole = 'embedded'): DynamicModule {
    const { controllers, providers } = routesOf(role);
    return { module: HttpModule, imports: [netral], controllers: [...controllers], providers: [...providers] };
  }
}
