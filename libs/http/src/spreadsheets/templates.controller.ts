import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readNothing } from '@netral/application';
import { SpreadsheetIntake, markerOf, notesOf, templateFile, type Template } from '@netral/application/spreadsheets';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { requireAcceptable } from '../answer/accept';
import { answer, type Answer } from '../answer/answer';
import { AnswerInterceptor } from '../answer/answer.interceptor';
import { Search } from '../answer/asked';
import { senderOf } from '../intake/sender';
import { Described } from '../openapi/described';
import { Problem } from '../problem/problem';
import { readSearch, templateParameters } from './parameters';
import { sendSpreadsheet } from './send-file';

const summaryOf = (template: Template) => {
  const { name, label, meaning, version } = template;
  return { type: name, label, meaning, version, marker: markerOf(template) };
};

/** Spreadsheets to be filled, for those who hand over by hand. */
@ApiTags('spreadsheets')
@Controller('v1/templates')
@Allow('agency', 'operator')
export class TemplatesController {
  constructor(private readonly spreadsheets: SpreadsheetIntake) {}

  @Get()
  @UseInterceptors(AnswerInterceptor)
  @Described({ summary: 'Templates of the events that the key’s agency may state, and of their corrections', gives: { schema: 'TemplateList' }, keyed: true })
  async list(@Search() search: string, @Req() request: Request): Promise<Answer> {
    readNothing(search);
    const sender = senderOf(request);
    const templates = (await this.spreadsheets.templates(sender)).map((template) => {
      const path = `/v1/templates/${template.name}`;
      return { ...summaryOf(template), csv: `${path}?format=csv`, xlsx: `${path}?format=xlsx` };
    });
    return answer({ agency: sender.agency, templates });
  }

  @Get(':type')
  @Described({
    summary: 'One template: its columns described, or a CSV or XLSX file to be filled', details: 'format=csv gives text/csv, format=xlsx an Excel workbook with a sheet of notes.',
    path: [{ name: 'type', meaning: 'A template of /v1/templates', example: 'SanctionImposed' }], parameters: templateParameters, gives: { schema: 'Template' }, keyed: true, problems: [404],
  })
  async one(@Param('type') type: string, @Search() search: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { format = 'json' } = readSearch(search, templateParameters);
    const template = (await this.spreadsheets.templates(senderOf(request))).find(({ name }) => name === type);
    if (template === undefined) throw new Problem('not-found', 'There is no such template for this key: see /v1/templates.');
    if (format !== 'json') return sendSpreadsheet(request, response, `netral-${template.name}`, format, await templateFile(template, format));
    requireAcceptable(request, ['application/json']);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Vary', 'Authorization, Cookie');
    response.status(200).json({ ...summaryOf(template), columns: notesOf(template) });
  }
}
