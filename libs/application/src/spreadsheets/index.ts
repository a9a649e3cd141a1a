export { SheetError, sheetLimits, type SheetFault, type SheetFormat } from './file/sheet';
export { MEDIA_TYPES } from './file/write';
export { receiptsFile } from './receipts-file';
export { outcomes, type Outcome, type RowOutcome, type RowProblem } from './row-outcome';
export { SpreadsheetIntake, SpreadsheetsBusyError, UnknownRowError, type Choice, type SpreadsheetAnswer, type Upload } from './spreadsheet-intake';
export { spreadsheetIntakeProvider } from './spreadsheets.providers';
export { notesOf, type Note } from './template/notes';
export { markerOf, type Template } from './template/template';
export { templateFile } from './template/template-file';
