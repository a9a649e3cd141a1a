/** Names of states, units and kinds of employer. */
export const stateTexts = {
  'state.open': ['terbuka', 'open'],
  'state.overdue': ['lewat tenggat', 'overdue'],
  'state.closed': ['selesai', 'closed'],
  'state.withdrawn': ['ditarik', 'withdrawn'],
  'state.settled': ['selesai', 'settled'],
  'state.in-process': ['dalam proses', 'in process'],
  'state.not-started': ['belum dimulai', 'not started'],
  'agency.kasn': ['KASN', 'KASN'],
  'agency.bkn': ['BKN', 'BKN'],
  'agency.ppk': ['PPK', 'PPK'],
  'agency.bawaslu': ['Bawaslu', 'Bawaslu'],
  'agency.kemendagri': ['Kemendagri', 'Home Affairs'],
  'type.provinsi': ['provinsi', 'provinces'],
  'type.kabupaten': ['kabupaten', 'regencies'],
  'type.kota': ['kota', 'cities'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
