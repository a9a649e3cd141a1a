import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetHistory, GetMatter, momentParameters, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

const path = [{ name: 'subjectId', meaning: "The person's pseudonym", example: '00000000-0000-4000-8000-000000000000' }];

@ApiTags('personnel')
@Controller('v1/personnel')
@UseInterceptors(AnswerInterceptor)
@Allow('agency', 'investigator')
export class PersonnelController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':subjectId')
  @Described({ summary: 'One personnel record: blocks, lifts and warnings', path, parameters: momentParameters, gives: { schema: 'PersonnelRecord' }, keyed: true, problems: [404] })
  one(@Param('subjectId') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetMatter('personnel', id, search, caller));
  }

  @Get(':subjectId/history')
  @Described({ summary: 'The events behind one personnel record, oldest first, and what each changed', path, parameters: momentParameters, gives: { schema: 'History' }, keyed: true, problems: [404] })
  history(@Param('subjectId') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetHistory('personnel', id, search, caller));
  }
}
