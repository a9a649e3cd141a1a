import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  activityParameters, changesParameters, GetActivity, ListChanges, ListRules, ListWaiting, readNothing, rulesParameters, waitingParameters, type Answered,
} from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

@ApiTags('overview')
@Controller('v1')
@UseInterceptors(AnswerInterceptor)
@Allow('public')
export class OverviewController {
  constructor(private readonly queries: QueryBus) {}

  @Get('employers')
  @Described({
    summary: 'Employers that hold an overdue recommendation, longest overdue first', details: 'Each with the number of its overdue letters and the oldest of them.',
    parameters: waitingParameters, gives: { schema: 'WaitingEmployers' }, problems: [404],
  })
  waiting(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListWaiting(search));
  }

  @Get('changes')
  @Described({
    summary: 'What is otherwise than on the day before', details: 'Both days as known at the same time; at most 100 letters are named in each direction.',
    parameters: changesParameters, gives: { schema: 'Changes' }, problems: [404],
  })
  changes(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListChanges(search));
  }

  @Get('rules')
  @Described({ summary: 'The deadline rules of the joint decision, each in its latest adoption known', parameters: rulesParameters, gives: { schema: 'RuleList' } })
  rules(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListRules(search));
  }

  @Get('seasons/:season/activity')
  @Described({
    summary: 'Where a season’s events lie on both axes',
    details: 'own: reports in both registers, letters, persons settled, blocks and lifts by their own day. recorded: events by the day they were recorded on.',
    path: [{ name: 'season', meaning: 'A season of /v1/seasons', example: 'pilkada-2020' }], parameters: activityParameters, gives: { schema: 'Activity' }, problems: [404],
  })
  activity(@Param('season') season: string, @Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new GetActivity(season, search));
  }

  @Get('caller')
  @Described({ summary: 'As whom this is asked', details: 'public, agency, investigator or operator: what a page may offer.', gives: { schema: 'CallerKind' } })
  caller(@Search() search: string, @Asker() { kind }: Caller): Answered<object> {
    readNothing(search);
    return { body: { kind }, pinned: false };
  }
}
