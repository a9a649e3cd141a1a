import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { CallerKind } from './caller';

export const ALLOWED = 'netral:allowed';
/** The same in the description of the API. */
export const ALLOWED_EXTENSION = 'x-allowed';

/** Who may ask a route (or every route of a controller). `public` lets anyone; a route that declares nothing lets nobody. */
export const Allow = (...kinds: readonly [CallerKind, ...CallerKind[]]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ALLOWED, kinds), ApiExtension(ALLOWED_EXTENSION, [...kinds]));
