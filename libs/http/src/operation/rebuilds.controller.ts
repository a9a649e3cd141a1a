import { Controller, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { readNothing, Rebuilds } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import { answer, type Answer } from '../answer/answer';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Search } from '../answer/asked';
import { Described } from '../openapi/described';
import { Problem } from '../problem/problem';

/** Folding all read models anew beside those that answer, then putting them in their place: nobody waits for it. */
@Controller('v1/rebuilds')
@UseInterceptors(AnswerInterceptor)
export class RebuildsController {
  constructor(private readonly rebuilds: Rebuilds) {}

  @Get()
  @Allow('operator')
  @Described({ summary: 'The rebuild that runs, or the last one', gives: { schema: 'Rebuild' }, keyed: true })
  current(@Search() search: string): Answer {
    readNothing(search);
    return answer(this.rebuilds.current);
  }

  @Post()
  @HttpCode(202)
  @Allow('operator')
  @Described({ summary: 'Begin a rebuild of all read models', gives: { schema: 'Rebuild' }, keyed: true, status: 202, problems: [409] })
  begin(@Search() search: string): Answer {
    readNothing(search);
    const begun = this.rebuilds.begin();
    if (begun === undefined) throw new Problem('conflict', 'A rebuild runs already: see GET /v1/rebuilds.');
    return answer(begun);
  }
}
