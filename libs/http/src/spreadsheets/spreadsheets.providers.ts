import { spreadsheetIntakeProvider } from '@netral/application/spreadsheets';
import { SpreadsheetsController } from './spreadsheets.controller';
import { TemplatesController } from './templates.controller';

/** For a process that takes messages in. */
export const spreadsheetControllers = [TemplatesController, SpreadsheetsController];
export const spreadsheetProviders = [spreadsheetIntakeProvider];
