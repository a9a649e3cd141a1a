import { openVocabulary } from './vocabulary';

/** Contradictions that are recorded and shown, never refused. */
export const anomalyKinds = openVocabulary('anomaly-kinds', [
  ['sanction-without-recommendation', 'Sanksi tanpa rekomendasi', 'Sanction without recommendation'],
  ['sanction-on-unnamed-person', 'Sanksi atas orang yang tidak disebut dalam surat', 'Sanction on a person the letter does not name'],
  ['sanction-differs', 'Sanksi berbeda dari rekomendasi', 'Sanction differs from the recommendation'],
  ['block-without-ground', 'Blokir tanpa rekomendasi', 'Block without a recommendation'],
  ['unblock-without-block', 'Pembukaan tanpa blokir', 'Lift without a block'],
  ['follow-up-after-closing', 'Tindak lanjut setelah surat selesai', 'Follow-up after closing'],
  ['delivered-before-issued', 'Diterima sebelum diterbitkan', 'Delivered before issued'],
  ['event-dated-in-the-future', 'Bertanggal setelah hari pencatatan', 'Dated after the day it was recorded'],
  ['restated', 'Dinyatakan ulang', 'Restated'],
  ['block-of-blocked', 'Blokir atas yang sudah diblokir', 'Block of what is blocked'],
  ['conflicting-redelivery', 'Pengiriman ulang dengan isi berbeda', 'Conflicting redelivery'],
  ['counts-contradict', 'Jumlah yang dilaporkan berbeda', 'Submitted counts contradict'],
]);
