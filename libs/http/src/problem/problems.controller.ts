import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../access/allow.decorator';
import { Problem } from './problem';
import { problemPage, problemsPage } from './problem.page';

/** The pages that the `type` of a problem leads to. */
@ApiExcludeController()
@Controller('problems')
@Allow('public')
export class ProblemsController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  all(): string {
    return problemsPage();
  }

  @Get(':code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    const found = problemPage(code);
    if (found === undefined) throw new Problem('not-found', 'There is no such code.');
    return found;
  }
}
