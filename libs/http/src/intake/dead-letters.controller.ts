import { Controller, Get, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation } from '@nestjs/swagger';
import { DeadLetters, type DeadLetterScope } from '@netral/application';
import type { Request } from 'express';
import { Allow } from '../access/allow.decorator';
import { callerOf } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { answer, type Answer } from '../answer/answer';
import { Problem } from '../problem/problem';
import { readPage } from './page-query';

/** The operator sees all; an agency its own. */
const scopeOf = (request: Request): DeadLetterScope => {
  const caller = callerOf(request);
  return caller.kind === 'agency' ? { agency: caller.agency, ...(caller.employers && { employers: caller.employers }) } : {};
};
const none = (): Problem => new Problem('not-found', 'There is no such set-aside message.');

/** Messages that were set aside: why, and when. Their content is never shown: it may name persons, and its sender has it. */
@Controller('v1/dead-letters')
@ApiBearerAuth()
@UseInterceptors(AnswerInterceptor)
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @Allow('agency', 'operator', 'investigator')
  @ApiOperation({ summary: 'Messages set aside, oldest first' })
  async list(@Query() query: Record<string, unknown>, @Req() request: Request): Promise<Answer> {
    return answer(await this.deadLetters.list(scopeOf(request), readPage(query)));
  }

  @Get(':id')
  @Allow('agency', 'operator', 'investigator')
  @ApiOperation({ summary: 'One message that was set aside' })
  async show(@Param('id') id: string, @Req() request: Request): Promise<Answer> {
    const letter = await this.deadLetters.get(id, scopeOf(request));
    if (letter === undefined) throw none();
    return answer(letter);
  }

  @Post(':id/redrive')
  @Allow('operator')
  @ApiOperation({ summary: 'Judge a set-aside message anew, as sent by its first sender; its receipt' })
  async redrive(@Param('id') id: string, @Req() request: Request): Promise<Answer> {
    const letter = await this.deadLetters.get(id, scopeOf(request));
    if (letter === undefined) throw none();
    const receipt = await this.deadLetters.redrive(id);
    if (receipt === undefined) throw new Problem('unprocessable', 'Of this message only length and hash were kept: there is nothing to judge.');
    return answer(receipt);
  }
}
