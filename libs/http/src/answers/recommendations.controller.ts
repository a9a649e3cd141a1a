import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetHistory, GetMatter, letterDocumentParameters, letterParameters, ListLetters, momentParameters, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

const path = [{ name: 'id', meaning: "The recommender's id of the letter", example: 'R-0001' }];

@ApiTags('recommendations')
@Controller('v1/recommendations')
@UseInterceptors(AnswerInterceptor)
export class RecommendationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow('public')
  @Described({ summary: 'Letters of the recommender, by pages, without their persons', parameters: letterParameters, gives: { schema: 'RecommendationPage' }, problems: [404] })
  list(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListLetters(search));
  }

  @Get(':id')
  @Allow('agency', 'investigator')
  @Described({ summary: 'One letter with its persons under pseudonyms', path, parameters: letterDocumentParameters, gives: { schema: 'Recommendation' }, keyed: true, problems: [404] })
  one(@Param('id') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetMatter('recommendation', id, search, caller));
  }

  @Get(':id/history')
  @Allow('agency', 'investigator')
  @Described({ summary: 'The events behind one letter, oldest first, and what each changed', path, parameters: momentParameters, gives: { schema: 'History' }, keyed: true, problems: [404] })
  history(@Param('id') id: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new GetHistory('recommendation', id, search, caller));
  }
}
