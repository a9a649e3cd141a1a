import { Controller, Get, Header, Param, Req, Res, type OnApplicationBootstrap } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readNothing } from '@netral/application';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { requireAcceptable } from '../answer/accept';
import { Search } from '../answer/asked';
import { ApiDescription } from '../openapi/api-description';
import { Described } from '../openapi/described';
import { docsPage } from './docs.page';
import { Problem } from '../problem/problem';
import { PageFiles, type PageFile } from './page-files';
import { startPage } from './start.page';
import { styleSheet } from './style';

const HTML = 'text/html; charset=utf-8';
const REVALIDATE = 'no-cache';
/** The name of a built file says what it holds. */
const FOR_EVER = 'public, max-age=31536000, immutable';

@ApiTags('pages')
@Controller()
@Allow('public')
export class PagesController implements OnApplicationBootstrap {
  private readonly start = startPage();
  private docs = '';
  private json = '';

  constructor(private readonly description: ApiDescription, private readonly files: PageFiles) {}

  onApplicationBootstrap(): void {
    this.json = JSON.stringify(this.description.document);
    this.docs = docsPage(this.description.document);
  }

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', REVALIDATE)
  @Described({ summary: 'The public page', gives: { mediaType: 'text/html' } })
  root(@Req() request: Request, @Res() response: Response): void {
    requireAcceptable(request, ['text/html']);
    const page = this.files.index;
    if (page === undefined) response.send(this.start);
    else sendFile(request, response, page);
  }

  @Get('assets/:file')
  @Described({
    summary: 'A file of the public page, named by its content', gives: { mediaType: 'text/javascript' }, problems: [404],
    path: [{ name: 'file', meaning: 'As the page names it', example: 'index-Bx1.js' }],
  })
  asset(@Req() request: Request, @Res() response: Response, @Param('file') name: string): void {
    const file = this.files.asset(name);
    if (file === undefined) throw new Problem('not-found');
    response.setHeader('Cache-Control', FOR_EVER);
    sendFile(request, response, file);
  }

  @Get('docs')
  @Header('Content-Type', HTML)
  @Header('Cache-Control', REVALIDATE)
  @Described({ summary: 'This description, to be read', gives: { mediaType: 'text/html' } })
  documentation(@Req() request: Request): string {
    requireAcceptable(request, ['text/html']);
    return this.docs;
  }

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', REVALIDATE)
  @Described({ summary: 'The style sheet of the pages', gives: { mediaType: 'text/css' } })
  style(): string {
    return styleSheet;
  }

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', REVALIDATE)
  @Described({ summary: 'This description, for programs (OpenAPI 3.1)', gives: { mediaType: 'application/json' }, problems: [400] })
  openapi(@Req() request: Request, @Search() search: string): string {
    requireAcceptable(request, ['application/json']);
    readNothing(search);
    return this.json;
  }
}

/** A conditional request gets 304; who takes gzip gets the smaller copy that was made at the start. */
const sendFile = (request: Request, response: Response, { type, etag, body, gzipped }: PageFile): void => {
  const small = request.acceptsEncodings('gzip') === 'gzip';
  response.set({ 'Content-Type': type, ETag: etag, Vary: 'Accept-Encoding', ...(small ? { 'Content-Encoding': 'gzip' } : {}) });
  if (request.fresh) response.status(304).end();
  else response.end(small ? gzipped : body);
};
