import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf, type Caller } from '../access/caller';

/** What follows the question mark, as it came: a question keeps its repeats and empty values, to refuse them. */
export const Search = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { originalUrl } = context.switchToHttp().getRequest<Request>();
  const mark = originalUrl.indexOf('?');
  return mark < 0 ? '' : originalUrl.slice(mark + 1);
});

/** Who asks, as the guard found out. */
export const Asker = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => callerOf(context.switchToHttp().getRequest<Request>()));
