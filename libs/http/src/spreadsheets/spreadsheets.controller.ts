import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { MEDIA_TYPES, SpreadsheetIntake, UnknownRowError, receiptsFile, type SheetFormat, type SpreadsheetAnswer } from '@netral/application/spreadsheets';
import { CONFIG, type Config } from '@netral/platform';
import type { Request, Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { requireAcceptable } from '../answer/accept';
import { Search } from '../answer/asked';
import { readBody } from '../intake/read-body';
import { senderOf } from '../intake/sender';
import { Described } from '../openapi/described';
import { Problem } from '../problem/problem';
import { answerBody } from './answer-body';
import { readSearch, spreadsheetParameters } from './parameters';
import { sendSpreadsheet } from './send-file';
import { sheetProblem } from './sheet-problem';

const TYPES = Object.values(MEDIA_TYPES);

/** The form of a file, as its sender says it: no browser sends these types to another site without asking it first. @throws Problem `wrong-content-type` */
const formatOf = ({ headers }: Request): SheetFormat => {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';').map((part) => part.trim());
  const format = (['csv', 'xlsx'] as const).find((each) => MEDIA_TYPES[each] === type);
  const plain = parameters.every((each) => !each.startsWith('charset=') || /^charset="?utf-8"?$/.test(each)) && (headers['content-encoding'] ?? 'identity') === 'identity';
  if (format !== undefined && plain) return format;
  const expected = format === undefined ? `one of ${TYPES.join(', ')}` : 'no other charset than utf-8, and no Content-Encoding';
  throw new Problem('wrong-content-type', `expected ${expected}`, { errors: [{ parameter: 'Content-Type', expected }], headers: { 'Accept-Post': TYPES.join(', ') } });
};

/** Where offices hand over their events as spreadsheets. */
@ApiTags('spreadsheets')
@Controller('v1/spreadsheets')
@Allow('agency', 'operator')
export class SpreadsheetsController {
  constructor(private readonly spreadsheets: SpreadsheetIntake, @Inject(CONFIG) private readonly limits: Pick<Config, 'ingestBodyBytesMax'>) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes(...TYPES)
  @ApiBody({ required: true, description: 'A filled template: CSV in UTF-8, or an Excel workbook', schema: { type: 'string', format: 'binary' } })
  @Described({
    summary: 'A verdict on each row of a spreadsheet; with record=true the receipts of the rows recorded',
    details: 'Judged as POST /v1/events judges; a row that is not good is named with its column and never sent. The same file twice records once. format=csv or xlsx gives the same rows as a spreadsheet, without what identifies a person.',
    parameters: spreadsheetParameters, gives: { schema: 'SpreadsheetAnswer' }, keyed: true, problems: [413, 415, 422, 503],
  })
  async handOver(@Search() search: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { type, record = 'false', rows, format = 'json' } = readSearch(search, spreadsheetParameters);
    if (rows !== undefined && record !== 'true') throw new Problem('wrong-parameter', undefined, { errors: [{ parameter: 'rows', found: 'rows without record=true', expected: 'record=true' }] });
    requireAcceptable(request, [format === 'json' ? 'application/json' : MEDIA_TYPES[format]]);
    const [sender, upload] = [senderOf(request), formatOf(request)];
    const file = { format: upload, bytes: await readBody(request, this.limits.ingestBodyBytesMax), template: type };
    const answer = await this.answered(() => (record === 'true' ? this.spreadsheets.record(file, sender, rows ?? 'all') : this.spreadsheets.check(file, sender)));
    if (format !== 'json') return sendSpreadsheet(request, response, `netral-tanda-terima-${answer.headed.template.name}`, format, await receiptsFile(answer, format));
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).json(answerBody(answer, record === 'true'));
  }

  private async answered(ask: () => Promise<SpreadsheetAnswer>): Promise<SpreadsheetAnswer> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof UnknownRowError) throw new Problem('wrong-parameter', undefined, { errors: [{ parameter: 'rows', found: error.message, expected: 'rows of the file, below its headings' }] });
      return sheetProblem(error);
    }
  }
}
