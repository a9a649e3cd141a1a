import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetVocabulary, ListSeasons, ListVocabularies, seasonsParameters, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Search } from '../answer/asked';
import { Described } from '../openapi/described';

@ApiTags('catalogue')
@Controller('v1')
@UseInterceptors(AnswerInterceptor)
@Allow('public')
export class CatalogueController {
  constructor(private readonly queries: QueryBus) {}

  @Get('seasons')
  @Described({ summary: 'Seasons, in the order in which they were opened', parameters: seasonsParameters, gives: { schema: 'SeasonList' } })
  seasons(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListSeasons(search));
  }

  @Get('vocabularies')
  @Described({ summary: 'The names of the vocabularies', gives: { schema: 'VocabularyList' } })
  vocabularies(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListVocabularies(search));
  }

  @Get('vocabularies/:name')
  @Described({
    summary: 'One vocabulary whole: codes, labels, days of validity', gives: { schema: 'Vocabulary' }, problems: [404],
    path: [{ name: 'name', meaning: 'A vocabulary of /v1/vocabularies', example: 'sanctions' }],
  })
  vocabulary(@Param('name') name: string, @Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new GetVocabulary(name, search));
  }
}
