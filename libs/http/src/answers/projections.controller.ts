import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListProjections, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Search } from '../answer/asked';
import { Described } from '../openapi/described';

@ApiTags('operation')
@Controller('v1/projections')
@UseInterceptors(AnswerInterceptor)
export class ProjectionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow('operator', 'investigator')
  @Described({ summary: 'Read models: how far each is, and how far behind', gives: { schema: 'ProjectionList' }, keyed: true })
  list(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListProjections(search));
  }
}
