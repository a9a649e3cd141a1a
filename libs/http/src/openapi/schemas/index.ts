import type { TSchema } from '@sinclair/typebox';
import * as catalogue from './catalogue';
import { Problem } from './common';
import * as figures from './figures';
import * as intake from './intake';
import * as matters from './matters';
import * as overview from './overview';
import * as spreadsheets from './spreadsheets';

/** Shape of every answer, by the name the description gives it. Tests hold the answers to them. */
export const schemas: Readonly<Record<string, TSchema>> = { ...figures, ...matters, ...catalogue, ...overview, ...intake, ...spreadsheets, Problem };
