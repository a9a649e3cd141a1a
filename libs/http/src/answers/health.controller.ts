import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetReadiness, readNothing, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Search } from '../answer/asked';
import { Described } from '../openapi/described';

@ApiTags('operation')
@Controller()
@UseInterceptors(AnswerInterceptor)
export class HealthController {
  constructor(private readonly queries: QueryBus) {}

  @Get('health/live')
  @Allow('public')
  @Described({ summary: 'Whether the process answers', gives: { schema: 'Health' } })
  live(@Search() search: string): Answered<object> {
    readNothing(search);
    return { body: { status: 'ok' }, pinned: false };
  }

  @Get('health/ready')
  @Allow('public')
  @Described({ summary: 'Whether the log is open and the read models have caught up', gives: { schema: 'Health' }, problems: [503] })
  ready(@Search() search: string): Promise<Answered<object>> {
    readNothing(search);
    return this.queries.execute(new GetReadiness());
  }
}
