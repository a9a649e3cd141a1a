import { Controller, Get, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { DeadLetters, type DeadLetterScope } from '@netral/application';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { callerOf } from '../access/caller';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { answer, type Answer } from '../answer/answer';
import { Problem } from '../problem/problem';
import { Described } from '../openapi/described';
import { pageParameters, readNoParameters, readPage } from './page-query';
import { statusOf } from './status';

/** The operator sees all; an agency its own. */
const scopeOf = (request: Request): DeadLetterScope => {
  const caller = callerOf(request);
  return caller.kind === 'agency' ? { agency: caller.agency, ...(caller.employers && { employers: caller.employers }) } : {};
};
const path = [{ name: 'id', meaning: 'Id of the message set aside, as in deadLetter of its receipt', example: '00000000-0000-4000-8000-000000000000' }];
const receipt = { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } };
const none = (): Problem => new Problem('not-found', 'There is no such set-aside message.');

/** Messages that were set aside: why, and when. Their content is never shown: it may name persons, and its sender has it. */
@Controller('v1/dead-letters')
@UseInterceptors(AnswerInterceptor)
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @Allow('agency', 'operator', 'investigator')
  @Described({ summary: 'Messages set aside, oldest first', parameters: pageParameters, gives: { schema: 'DeadLetterPage' }, keyed: true })
  async list(@Query() query: Record<string, unknown>, @Req() request: Request): Promise<Answer> {
    return answer(await this.deadLetters.list(scopeOf(request), readPage(query)));
  }

  @Get(':id')
  @Allow('agency', 'operator', 'investigator')
  @Described({ summary: 'One message that was set aside', path, gives: { schema: 'DeadLetter' }, keyed: true, problems: [404] })
  async show(@Param('id') id: string, @Query() query: Record<string, unknown>, @Req() request: Request): Promise<Answer> {
    readNoParameters(query);
    const letter = await this.deadLetters.get(id, scopeOf(request));
    if (letter === undefined) throw none();
    return answer(letter);
  }

  @Post(':id/redrive')
  @Allow('operator')
  @Described({
    summary: 'Judge a set-aside message anew, as sent by its first sender; its receipt', details: '201 recorded, 200 a duplicate, 202 set aside again.',
    path, gives: { schema: 'Receipt' }, status: 201, keyed: true, problems: [404, 422, 503],
  })
  @ApiResponse({ status: 200, description: 'It is recorded already', content: receipt })
  @ApiResponse({ status: 202, description: 'It is set aside again', content: receipt })
  async redrive(@Param('id') id: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    readNoParameters(query);
    const letter = await this.deadLetters.get(id, scopeOf(request));
    if (letter === undefined) throw none();
    const receipt = await this.deadLetters.redrive(id);
    if (receipt === undefined) throw new Problem('unprocessable', 'Of this message only length and hash were kept: there is nothing to judge.');
    response.status(statusOf(receipt));
    return answer(receipt);
  }
}
