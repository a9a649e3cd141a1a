import { SetMetadata } from '@nestjs/common';
import type { CallerKind } from './caller';

export const ALLOWED = 'netral:allowed';

/** Who may ask a route (or every route of a controller). `public` lets anyone; a route that declares nothing lets nobody. */
export const Allow = (...kinds: readonly [CallerKind, ...CallerKind[]]): MethodDecorator & ClassDecorator => SetMetadata(ALLOWED, kinds);
