import { vocabularies } from '@netral/contracts';
import { tiles } from './tiles';

describe('the tile map', () => {
  it('has one square for each province of 2019, and no two on one place', () => {
    const provinces = vocabularies.get('employers')!.entries.filter(({ code, validFrom }) => /^\d{2}$/.test(code) && (validFrom ?? '') < '2020').map(({ code }) => code);
    expect(tiles.map(({ code }) => code).sort()).toEqual([...provinces].sort());
    expect(tiles).toHaveLength(34);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(34);
  });
});
