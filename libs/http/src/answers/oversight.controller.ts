import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { anomalyParameters, employerHistoryParameters, eventsParameters, GetEmployer, GetEmployerHistory, ListAnomalies, ListEvents, seasonParameters, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

const employerPath = [{ name: 'code', meaning: 'Code of the employer: PP, PP.KK or pusat.<short name>', example: '74.07' }];

@Controller('v1')
@UseInterceptors(AnswerInterceptor)
export class OversightController {
  constructor(private readonly queries: QueryBus) {}

  @Get('employers/:code')
  @Allow('public')
  @ApiTags('employers')
  @Described({
    summary: 'One employer and its figures, without any person', parameters: seasonParameters, gives: { schema: 'Employer' }, problems: [404],
    path: employerPath,
  })
  employer(@Param('code') code: string, @Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new GetEmployer(code, search));
  }

  @Get('employers/:code/history')
  @Allow('investigator')
  @ApiTags('employers')
  @Described({
    summary: 'The events of all matters that concern one employer, oldest first, and what each changed',
    path: employerPath, parameters: employerHistoryParameters, gives: { schema: 'EmployerHistory' }, keyed: true, problems: [404],
  })
  employerHistory(@Param('code') code: string, @Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new GetEmployerHistory(code, search));
  }

  @Get('anomalies')
  @Allow('agency', 'investigator')
  @ApiTags('anomalies')
  @Described({
    summary: 'What contradicts, case by case', details: 'An agency sees the cases of its own messages.',
    parameters: anomalyParameters, gives: { schema: 'AnomalyPage' }, keyed: true, problems: [404],
  })
  anomalies(@Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new ListAnomalies(search, caller));
  }

  @Get('events')
  @Allow('investigator')
  @ApiTags('events')
  @Described({ summary: 'Events as the log holds them, oldest first: persons under pseudonyms, free text sealed', parameters: eventsParameters, gives: { schema: 'EventPage' }, keyed: true })
  events(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListEvents(search));
  }
}
