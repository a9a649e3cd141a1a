/** One square a province as of 2019, set where it lies: column, row, short name. The layout is our own. */
export interface Tile { readonly code: string; readonly name: string; readonly column: number; readonly row: number }

const tile = (code: string, name: string, column: number, row: number): Tile => ({ code, name, column, row });

export const tiles: readonly Tile[] = [
  tile('11', 'Aceh', 1, 1),
  tile('12', 'Sumut', 2, 2), tile('65', 'Kaltara', 8, 2),
  tile('13', 'Sumbar', 2, 3), tile('14', 'Riau', 3, 3), tile('21', 'Kepri', 4, 3), tile('61', 'Kalbar', 6, 3), tile('62', 'Kalteng', 7, 3),
  tile('64', 'Kaltim', 8, 3), tile('75', 'Gorontalo', 10, 3), tile('71', 'Sulut', 11, 3), tile('82', 'Malut', 12, 3),
  tile('17', 'Bengkulu', 3, 4), tile('15', 'Jambi', 4, 4), tile('19', 'Babel', 5, 4), tile('63', 'Kalsel', 8, 4), tile('76', 'Sulbar', 9, 4),
  tile('72', 'Sulteng', 10, 4), tile('81', 'Maluku', 12, 4), tile('92', 'Papua Barat', 13, 4), tile('91', 'Papua', 14, 4),
  tile('18', 'Lampung', 4, 5), tile('16', 'Sumsel', 5, 5), tile('73', 'Sulsel', 9, 5), tile('74', 'Sultra', 10, 5),
  tile('36', 'Banten', 4, 6), tile('31', 'Jakarta', 5, 6), tile('33', 'Jateng', 6, 6), tile('35', 'Jatim', 7, 6), tile('51', 'Bali', 8, 6),
  tile('52', 'NTB', 9, 6), tile('53', 'NTT', 10, 6),
  tile('32', 'Jabar', 5, 7), tile('34', 'DIY', 6, 7),
];
