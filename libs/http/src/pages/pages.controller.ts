import { Controller, Get, Header, Req, type OnApplicationBootstrap } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readNothing } from '@netral/application';
import type { Request } from 'express';
import { Allow } from '../access/allow.decorator';
import { requireAcceptable } from '../answer/accept';
import { Search } from '../answer/asked';
import { ApiDescription } from '../openapi/api-description';
import { Described } from '../openapi/described';
import { docsPage } from './docs.page';
import { startPage } from './start.page';
import { styleSheet } from './style';

const HTML = 'text/html; charset=utf-8';
const REVALIDATE = 'no-cache';

@ApiTags('pages')
@Controller()
@Allow('public')
export class PagesController implements OnApplicationBootstrap {
  private readonly start = startPage();
  private docs = '';
  private json = '';

  constructor(private readonly description: ApiDescription) {}

  onApplicationBootstrap(): void {
    this.json = JSON.stringify(this.description.document);
    this.docs = docsPage(this.description.document);
  }

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', REVALIDATE)
  @Described({ summary: 'The public page', gives: { mediaType: 'text/html' } })
  root(@Req() request: Request): string {
    requireAcceptable(request, ['text/html']);
    return this.start;
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
