import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readNothing } from '@netral/application';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { requireAcceptable } from '../answer/accept';
import { Search } from '../answer/asked';
import { Described } from '../openapi/described';
import { Problem } from '../problem/problem';
import { Live } from './live';

const STREAM = 'text/event-stream';
const RETRY_SECONDS = 30;

@ApiTags('live')
@Controller('v1/live')
@Allow('public')
export class LiveController {
  constructor(private readonly live: Live) {}

  @Get()
  @Described({
    summary: 'How far the answers are, told as it happens (server-sent events)',
    details: 'On opening and after each commit of the read models an event `position`: { position, projections }, the projections it touched; `*` when all were replaced. A comment each 15 seconds.',
    gives: { mediaType: STREAM }, problems: [400, 503],
  })
  listen(@Req() request: Request, @Res() response: Response, @Search() search: string): void {
    requireAcceptable(request, [STREAM]);
    readNothing(search);
    response.set({ 'Content-Type': STREAM, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (request.method === 'HEAD') return void response.end();
    if (!this.live.add(response)) {
      throw new Problem('not-ready', 'Too many listen already. Ask again later, or ask the answers themselves.', { retryAfterSeconds: RETRY_SECONDS });
    }
  }
}
