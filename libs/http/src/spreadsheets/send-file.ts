import { MEDIA_TYPES, type SheetFormat } from '@netral/application/spreadsheets';
import type { Request, Response } from 'express';
import { requireAcceptable } from '../answer/accept';

/** Gives a spreadsheet to be kept under a name. @throws Problem `not-acceptable` */
export const sendSpreadsheet = (request: Request, response: Response, name: string, format: SheetFormat, bytes: Buffer): void => {
  requireAcceptable(request, [MEDIA_TYPES[format]]);
  response.status(200).setHeader('Content-Type', format === 'csv' ? `${MEDIA_TYPES.csv}; charset=utf-8` : MEDIA_TYPES.xlsx);
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${format}"`);
  response.setHeader('Cache-Control', 'no-store');
  response.end(bytes);
};
