import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { BATCH, NDJSON, SINGLE, intakeTypeOf } from './content-type';
import { IntakeService } from './intake.service';
import { readNoParameters } from './page-query';
import { senderOf } from './sender';
import { statusOf } from './status';
import { writeLines } from './write-lines';

const reference = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: reference('Problem') } } });
const list = { type: 'array' as const, items: reference('Receipt') };
const one = { 'application/json': { schema: reference('Receipt') } };
const oneOrMore = { 'application/json': { schema: { oneOf: [reference('Receipt'), list] } }, [NDJSON]: { schema: reference('Receipt') } };

/** Where agencies hand over their events. */
@Controller('v1/events')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @Allow('agency', 'operator')
  @ApiBearerAuth()
  @ApiConsumes(SINGLE, BATCH, NDJSON)
  @ApiBody({ required: true, description: 'A CloudEvent; a list of them; or one on each line', schema: { oneOf: [reference('CloudEvent'), { type: 'array', items: reference('CloudEvent') }] } })
  @ApiOperation({ summary: 'Hand over events: one, a batch, or a stream of lines; each gets a receipt once it is on disk' })
  @ApiResponse({ status: 201, description: 'One message: recorded; its receipt', content: one })
  @ApiResponse({ status: 200, description: 'One message: a duplicate; several: receipts in the order sent, of a stream one a line', content: oneOrMore })
  @ApiResponse({ status: 202, description: 'One message: set aside; its receipt says why', content: one })
  @ApiResponse({ status: 400, ...problem('The body cannot be read; nothing was recorded') })
  @ApiResponse({ status: 401, ...problem('A key is needed') })
  @ApiResponse({ status: 403, ...problem('This key may not hand over events') })
  @ApiResponse({ status: 413, ...problem('The body is too large; nothing was recorded') })
  @ApiResponse({ status: 415, ...problem('Not one of the three content types') })
  @ApiResponse({ status: 429, ...problem('Too fast: see Retry-After') })
  @ApiResponse({ status: 503, ...problem('A season is being recorded, or the store cannot be written to: see Retry-After') })
  async handOver(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    readNoParameters(query);
    const type = intakeTypeOf(request);
    const sender = senderOf(request);
    if (type === NDJSON) return writeLines(response, this.intake.lines(request, sender));
    response.setHeader('Cache-Control', 'no-store');
    if (type === BATCH) {
      response.status(200).json(await this.intake.batch(request, sender));
      return;
    }
    const receipt = await this.intake.one(request, sender);
    response.status(statusOf(receipt)).json(receipt);
  }
}
