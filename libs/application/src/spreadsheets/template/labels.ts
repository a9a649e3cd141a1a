import type { Label } from '@netral/contracts';

/** What people call a field, Indonesian and English, by its name in the contracts. */
export const fieldLabels: Readonly<Record<string, readonly [id: string, en: string]>> = {
  'message.id': ['Nomor pesan sendiri (boleh kosong)', 'Own message id (may be blank)'],
  addressedOffice: ['Jabatan yang dituju', 'Office addressed'], addressee: ['Kepada', 'Addressee'], agency: ['Lembaga', 'Agency'], answerDays: ['Hari untuk menjawab', 'Days to answer'],
  answerFrom: ['Tenggat jawaban dihitung sejak', 'Days to answer count from'], answeredOn: ['Tanggal jawaban', 'Day of the answer'], adoptedOn: ['Tanggal penetapan', 'Day of the adoption'],
  appliesTo: ['Berlaku untuk', 'Applies to'], argument: ['Isi sanggahan', 'Argument'], basis: ['Dasar hukum', 'Legal basis'], blockedOn: ['Tanggal blokir', 'Day of the block'],
  calendar: ['Kalender', 'Calendar'], calendarId: ['Kode kalender', 'Calendar id'], categories: ['Kategori', 'Category'], class: ['Kelas pelanggaran', 'Class of the breach'], code: ['Kode', 'Code'],
  complaintId: ['Nomor pengaduan (kode)', 'Complaint id'], complaints: ['Pengaduan dasar', 'Complaint it rests on'], content: ['Isi jawaban', 'Content of the answer'], copiesTo: ['Tembusan', 'Copy to'],
  correctedOn: ['Tanggal koreksi', 'Day of the correction'], counts: ['Jumlah', 'Count'], cutOff: ['Tanggal batas', 'Cut-off day'], data: ['Data yang benar', 'Corrected data'], date: ['Tanggal', 'Date'],
  dayKind: ['Jenis hari', 'Kind of days'], days: ['Hari', 'Days'], decidedOn: ['Tanggal putusan', 'Day of the decision'], decreeDate: ['Tanggal keputusan', 'Date of the decree'],
  decreeNumber: ['Nomor keputusan', 'Number of the decree'], dismissedOn: ['Tanggal dihentikan', 'Day of the dismissal'], disputedOn: ['Tanggal sanggahan', 'Day of the dispute'], document: ['Dokumen', 'Document'],
  drawnOn: ['Tanggal penyusunan', 'Day of the decision'], dueOn: ['Jatuh tempo', 'Due day'], electionRegion: ['Daerah pemilihan', 'Election region'], employer: ['Instansi', 'Employer'],
  employers: ['Instansi', 'Employers'], en: ['dalam bahasa Inggris', 'in English'], endedOn: ['Tanggal berakhir', 'Day of the end'], entries: ['Baris daftar', 'Entry'], escalatedOn: ['Tanggal dinaikkan', 'Day of the escalation'],
  eventTypes: ['Jenis peristiwa', 'Event types'], explanation: ['Penjelasan', 'Explanation'], figure: ['Angka', 'Figure'], forwardedOn: ['Tanggal diteruskan', 'Day of forwarding'], from: ['Sejak', 'From'],
  grantId: ['Kode kewenangan', 'Grant id'], ground: ['Alasan', 'Ground'], holder: ['Pemegang jabatan', 'Holder of the office'], id: ['Kode', 'Id'], imposedOn: ['Tanggal sanksi', 'Day of the sanction'],
  issuedOn: ['Tanggal terbit', 'Day of issue'], kind: ['Jenis', 'Kind'], knownAt: ['Diketahui sampai', 'Known by'], label: ['Sebutan', 'Label'], legalBasis: ['Pasal yang dilanggar', 'Rule that was broken'],
  letterNumber: ['Nomor surat', 'Letter number'], liftedOn: ['Tanggal buka blokir', 'Day of the lift'], listId: ['Kode daftar', 'List id'], madeOn: ['Tanggal surat', 'Day of the letter'], matter: ['Nomor perkara (kode)', 'Matter id'],
  messageId: ['Nomor pesan yang dikoreksi', 'Id of the message meant'], messageSource: ['Sumber pesan yang dikoreksi', 'Source of the message meant'], name: ['Nama', 'Name'], nip: ['NIP', 'NIP'], office: ['Kantor atau jabatan', 'Office'],
  openedOn: ['Tanggal dibuka', 'Day of the opening'], origin: ['Asal', 'Origin'], oversightId: ['Nomor pengawasan (kode)', 'Oversight id'], periodFrom: ['Periode sejak', 'Period from'], periodUntil: ['Periode sampai', 'Period until'],
  person: ['Pegawai', 'Person'], persons: ['Pegawai', 'Person'], positionGroup: ['Kelompok jabatan', 'Position group'], proof: ['Bukti', 'Proof'], proofReference: ['Nomor bukti', 'Number of the proof'], reason: ['Alasan', 'Reason'],
  receivedBy: ['Diterima oleh', 'Received by'], receivedOn: ['Tanggal diterima', 'Day of receipt'], recommendationId: ['Nomor rekomendasi (kode)', 'Recommendation id'], regionEdition: ['Edisi kode wilayah', 'Edition of region codes'],
  registeredOn: ['Tanggal registrasi', 'Day of the entry'], reportId: ['Nomor laporan (kode)', 'Report id'], reportedOn: ['Tanggal laporan', 'Day of the report'], reports: ['Laporan dasar', 'Report it rests on'],
  reprimandId: ['Nomor teguran (kode)', 'Reprimand id'], requestedOn: ['Tanggal permintaan', 'Day of the request'], retractedOn: ['Tanggal pencabutan', 'Day of the retraction'], retractedType: ['Jenis peristiwa yang dicabut', 'Event that is retracted'],
  returnedOn: ['Tanggal dikembalikan', 'Day of the return'], role: ['Peran', 'Role'], rule: ['Aturan', 'Rule'], ruleId: ['Kode aturan', 'Rule id'], sanction: ['Sanksi', 'Sanction'], scope: ['Cakupan', 'Scope'], season: ['Musim', 'Season'],
  separatedOn: ['Hari kerja terakhir', 'Last day of service'], signatory: ['Penanda tangan', 'Signatory'], source: ['Sumber', 'Source'], stage: ['Tahap', 'Stage'], startedOn: ['Tanggal mulai', 'Day of the start'],
  submittedOn: ['Tanggal penyerahan', 'Day of the submission'], synthetic: ['Sintetis', 'Synthetic'], to: ['Kepada lembaga', 'To the agency'], unit: ['Satuan', 'Unit'], until: ['Sampai', 'Until'], validFrom: ['Berlaku sejak', 'Valid from'],
  validUntil: ['Berlaku sampai', 'Valid until'], value: ['Nilai', 'Value'], version: ['Versi', 'Version'], withStudy: ['Dengan kajian', 'With the study'], withdrawnOn: ['Tanggal ditarik', 'Day of the withdrawal'],
};

/** What people call a column: `persons.2.nip` is `Pegawai 2: NIP`. A part without a label stands for itself. */
export const labelOfHeading = (heading: string): Label => {
  const own = fieldLabels[heading];
  if (own !== undefined) return { id: own[0], en: own[1] };
  const parts: [string, string][] = [];
  for (const name of heading.split('.')) {
    const last = parts.at(-1);
    if (name === 'id' && last?.[0] === 'Sebutan') parts.push(['dalam bahasa Indonesia', 'in Indonesian']);
    else if (/^\d+$/.test(name) && last !== undefined) parts[parts.length - 1] = [`${last[0]} ${name}`, `${last[1]} ${name}`];
    else parts.push([...(fieldLabels[name] ?? [name, name])] as [string, string]);
  }
  return { id: parts.map(([id]) => id).join(': '), en: parts.map(([, en]) => en).join(': ') };
};
