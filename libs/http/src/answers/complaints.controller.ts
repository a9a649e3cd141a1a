import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetHistory, GetMatter, momentParameters, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

const path = [{ name: 'id', meaning: "The recommender's id of the matter", example: 'P-0001' }];

@ApiTags('complaints')
@Controller('v1/complaints')
@UseInterceptors(AnswerInterceptor)
@Allow('agency', 'investigator')
export class ComplaintsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @Described({ summary: 'One matter of the recommender’s register, with its persons under pseudonyms', path, parameters: momentParameters, gives: { schema: 'Complaint' }, keyed: true, problems: [404] })
  one(@Param('id') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetMatter('complaint', id, search, caller));
  }

  @Get(':id/history')
  @Described({ summary: 'The events behind one matter, oldest first, and what each changed', path, parameters: momentParameters, gives: { schema: 'History' }, keyed: true, problems: [404] })
  history(@Param('id') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetHistory('complaint', id, search, caller));
  }
}
