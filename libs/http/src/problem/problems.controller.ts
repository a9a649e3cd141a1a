import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { requireAcceptable } from '../answer/accept';
import { Allow } from '../access/allow.decorator';
import { Described } from '../openapi/described';
import { Problem } from './problem';
import { problemPage, problemsPage } from './problem.page';

/** The pages that the `type` of a problem leads to. */
@Controller('problems')
@Allow('public')
export class ProblemsController {
  @Get()
  @Described({ summary: 'What every code of a problem or receipt means', gives: { mediaType: 'text/html' } })
  @Header('Content-Type', 'text/html; charset=utf-8')
  all(@Req() request: Request): string {
    requireAcceptable(request, ['text/html']);
    return problemsPage();
  }

  @Get(':code')
  @Described({
    summary: 'What one code means', gives: { mediaType: 'text/html' }, problems: [404],
    path: [{ name: 'code', meaning: 'The code of a problem, or of a reason in a receipt', example: 'wrong-parameter' }],
  })
  @Header('Content-Type', 'text/html; charset=utf-8')
  one(@Param('code') code: string, @Req() request: Request): string {
    requireAcceptable(request, ['text/html']);
    const found = problemPage(code);
    if (found === undefined) throw new Problem('not-found', 'There is no such code.');
    return found;
  }
}
