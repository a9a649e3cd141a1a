/** What each kind of contradiction means, for a reader who has never heard of it. */
export const anomalyTexts = {
  'anomaly.sanction-without-recommendation': ['PPK menjatuhkan sanksi dengan merujuk surat yang tidak dikenal.', 'A sanction was imposed that refers to a letter nobody knows.'],
  'anomaly.sanction-on-unnamed-person': ['Sanksi menyebut orang yang tidak ada dalam suratnya; tidak menyelesaikan siapa pun.', 'A sanction names a person its letter does not; it settles nobody.'],
  'anomaly.sanction-differs': ['Sanksinya lebih ringan atau lebih berat daripada yang disarankan. Tetap menyelesaikan, tetapi layak dilihat.', 'The sanction is lighter or heavier than recommended. It settles all the same, but deserves a look.'],
  'anomaly.block-without-ground': ['BKN memblokir dengan dasar surat yang tidak dikenal.', 'BKN blocked on the ground of a letter nobody knows.'],
  'anomaly.unblock-without-block': ['Blokir dibuka padahal tidak ada blokir.', 'A block was lifted where there was none.'],
  'anomaly.follow-up-after-closing': ['Tindak lanjut dinyatakan setelah suratnya selesai.', 'A follow-up was stated after its letter had been closed.'],
  'anomaly.delivered-before-issued': ['Surat dinyatakan diterima sebelum hari terbitnya.', 'A letter is said to be delivered before the day it was issued.'],
  'anomaly.event-dated-in-the-future': ['Bertanggal sesudah hari pencatatannya.', 'It is dated after the day it was recorded.'],
  'anomaly.restated': ['Hal yang sama dinyatakan dua kali dengan pesan berbeda; yang pertama dihitung.', 'The same thing was stated twice in different messages; the first counts.'],
  'anomaly.block-of-blocked': ['Yang sudah diblokir diblokir lagi; tidak mengubah apa pun.', 'What was blocked was blocked again; it changes nothing.'],
  'anomaly.conflicting-redelivery': ['Pesan dikirim ulang dengan nomor sama tetapi isi berbeda; yang kedua disisihkan.', 'A message came again under its id with other content; the second was set aside.'],
  'anomaly.counts-contradict': ['Jumlah yang dilaporkan lembaga berbeda dari jumlah peristiwanya.', 'A count that an agency submitted differs from the count of its events.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
