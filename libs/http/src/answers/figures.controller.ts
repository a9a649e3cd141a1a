import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskFigure, figureParameters, ListFigures, type Answered } from '@netral/application';
import { Allow } from '../access/allow.decorator';
import type { Caller } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Asker, Search } from '../answer/asked';
import { Described } from '../openapi/described';

@ApiTags('figures')
@Controller('v1/figures')
@UseInterceptors(AnswerInterceptor)
@Allow('public')
export class FiguresController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Described({ summary: 'Every figure with its definition, units and dimensions', gives: { schema: 'FigureList' } })
  list(@Search() search: string): Promise<Answered<object>> {
    return this.queries.execute(new ListFigures(search));
  }

  @Get(':figure')
  @Described({
    summary: 'One figure, at any day, as known at any time',
    details: 'A cell that could point at one human is withheld from whoever has no investigator’s key.',
    path: [{ name: 'figure', meaning: 'A figure of /v1/figures', example: 'overdue' }],
    parameters: figureParameters, gives: { schema: 'FigureAnswer' }, problems: [404],
  })
  ask(@Param('figure') figure: string, @Search() search: string, @Asker() caller: Caller): Promise<Answered<object>> {
    return this.queries.execute(new AskFigure(figure, search, caller));
  }
}
