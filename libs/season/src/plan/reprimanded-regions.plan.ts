// Heads of these 67 regions were reprimanded on 27 October 2020 (10 governors, 48 bupati, 9 mayors). Codes: Permendagri 72/2019.
// Source: the list of the Ministry of Home Affairs as the press printed it on 2 November 2020.
export const reprimandedProvinces = ['15', '35', '21', '18', '52', '76', '73', '72', '74', '71'] as const;

export const reprimandedKabupaten = [
  '12.09', '91.18', '32.04', '72.01', '63.03', '91.16', '73.02', '74.10', '32.03', '52.05', '73.06', '82.06', '14.02', '35.09', '14.10',
  '73.01', '74.02', '74.09', '14.09', '13.07', '21.04', '52.08', '76.05', '91.20', '73.09', '91.01', '35.16', '15.05', '74.03', '74.13',
  '12.14', '36.01', '73.10', '76.01', '14.05', '18.13', '35.15', '13.03', '12.08', '13.02', '32.02', '53.11', '91.19', '73.18', '32.06',
  '72.09', '72.04', '74.07',
] as const;

export const reprimandedKota = ['21.71', '12.75', '64.74', '73.71', '52.71', '13.77', '64.72', '13.72', '35.78'] as const;

/** How many letters were overdue in each kind of region: at least one in every region, these more where there were many. */
export const overdueLetters = {
  provinsi: { letters: 16, regions: reprimandedProvinces, heavier: { '52': 3, '74': 2, '73': 1 } },
  kabupaten: {
    letters: 104, regions: reprimandedKabupaten,
    heavier: { '74.07': 6, '74.13': 4, '52.05': 4, '72.01': 4, '74.03': 3, '73.02': 3, '35.15': 2, '91.19': 2, '74.02': 2, '76.05': 2 },
  },
  kota: { letters: 11, regions: reprimandedKota, heavier: { '35.78': 2 } },
} as const;

/** Oldest letter of the list that the press named: Surabaya, discipline of the medium kind. */
export const oldestLetter = { employer: '35.78', number: 'R-1194/KASN/4/2020', sequence: 1194, issuedOn: '2020-04-15' } as const;
