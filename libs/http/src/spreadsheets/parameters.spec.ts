import { sheetLimits } from '@netral/application/spreadsheets';
import { readSearch, spreadsheetParameters } from './parameters';

const rowsOf = (text: string) => readSearch(`rows=${text}`, spreadsheetParameters).rows;

describe('the rows that are chosen of a file', () => {
  it('are all, or numbers and spans of them', () => {
    expect(rowsOf('all')).toBe('all');
    expect(rowsOf('2,5-7,6')).toEqual(new Set([2, 5, 6, 7]));
    expect(rowsOf(`2-${sheetLimits.rowsMax + 1}`)).toHaveProperty('size', sheetLimits.rowsMax);
  });

  it.each(['', '7-5', '2;3', `2-${sheetLimits.rowsMax + 2}`])('are refused as %p', (text) => expect(() => rowsOf(text)).toThrow());

  it('are never more than a file may have, however many spans say them', () => {
    const spans = Array.from({ length: 1000 }, (_, index) => `${index * 5000}-${index * 5000 + 4998}`).slice(1).join(',');
    expect(() => rowsOf(spans)).toThrow();
  });
});
