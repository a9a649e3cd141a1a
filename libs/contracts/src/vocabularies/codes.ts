import { closedVocabulary, openVocabulary } from './vocabulary';

/** Groups of positions as KASN publishes them; `kepala-wilayah` are camat and lurah. */
export const positionGroups = closedVocabulary('position-groups', [
  ['jpt', 'Jabatan pimpinan tinggi', 'High leadership position'],
  ['administrator', 'Administrator', 'Administrator'],
  ['pengawas', 'Pengawas', 'Supervisor'],
  ['fungsional', 'Fungsional', 'Functional position'],
  ['pelaksana', 'Pelaksana', 'Executing staff'],
  ['kepala-wilayah', 'Kepala wilayah (camat, lurah)', 'Area head (camat, lurah)'],
  ['unknown', 'Tidak diketahui', 'Unknown'],
]);

export const employerKinds = openVocabulary('employer-kinds', [
  ['region', 'Daerah', 'Region'],
  ['central', 'Instansi pusat', 'Central agency'],
]);

export const regionTypes = closedVocabulary('region-types', [
  ['provinsi', 'Provinsi', 'Province'],
  ['kabupaten', 'Kabupaten', 'Regency'],
  ['kota', 'Kota', 'City'],
]);

export const kinds = openVocabulary('kinds', [
  ['finding', 'Temuan', 'Finding'],
  ['report', 'Laporan', 'Report'],
]);

/** The same act moves between classes with the stage; the candidates of 2020 were fixed on 23 September. */
export const stages = openVocabulary('stages', [
  ['before-candidates', 'Sebelum penetapan paslon', 'Before candidates are fixed'],
  ['after-candidates', 'Setelah penetapan paslon', 'After candidates are fixed'],
]);

export const scopes = closedVocabulary('scopes', [
  ['data', 'Data', 'Data'],
  ['services', 'Layanan', 'Services'],
  ['both', 'Data dan layanan', 'Data and services'],
]);

/** Grounds of warnings, blocks, lifts, escalations and recommendations to the President. */
export const grounds = openVocabulary('grounds', [
  ['not-followed-up', 'Rekomendasi tidak ditindaklanjuti', 'Recommendation not followed up'],
  ['investigation', 'Pemeriksaan', 'Investigation'],
  ['followed-up', 'Sudah ditindaklanjuti', 'Followed up'],
  ['recommendation-withdrawn', 'Rekomendasi ditarik', 'Recommendation withdrawn'],
  ['error', 'Kekeliruan', 'Error'],
  ['report', 'Laporan', 'Report'],
  ['recommendation', 'Rekomendasi', 'Recommendation'],
  ['monitoring', 'Pemantauan', 'Monitoring'],
  ['no-answer', 'Tidak dijawab', 'No answer'],
  ['other', 'Lainnya', 'Other'],
]);

/** Reasons of dismissing, returning or not proving a matter. */
export const reasons = openVocabulary('reasons', [
  ['not-a-violation', 'Bukan pelanggaran', 'Not a violation'],
  ['expired', 'Kedaluwarsa', 'Expired'],
  ['no-evidence', 'Tidak cukup bukti', 'No evidence'],
  ['duplicate', 'Laporan ganda', 'Duplicate'],
  ['no-study', 'Tanpa kajian', 'Without a study'],
  ['incomplete', 'Berkas tidak lengkap', 'Incomplete'],
  ['outside-authority', 'Di luar kewenangan', 'Outside authority'],
  ['not-proven', 'Tidak terbukti', 'Not proven'],
  ['no-violation', 'Tidak ada pelanggaran', 'No violation'],
  ['insufficient-evidence', 'Bukti tidak memadai', 'Insufficient evidence'],
  ['other', 'Lainnya', 'Other'],
]);

export const agencies = openVocabulary('agencies', [
  ['bawaslu', 'Bawaslu', 'Bawaslu, the election supervisory agency'],
  ['kasn', 'KASN', 'KASN, the civil service commission'],
  ['ppk', 'Pejabat pembina kepegawaian', 'Personnel supervising officers (PPK)'],
  ['bkn', 'BKN', 'BKN, the national civil service agency'],
  ['kemendagri', 'Kementerian Dalam Negeri', 'Ministry of Home Affairs'],
  ['menpanrb', 'Kementerian PANRB', 'Ministry of Administrative Reform'],
  ['operator', 'Operator Netral (keputusan bersama)', 'Operator of Netral (joint decision)'],
]);

export const roles = openVocabulary('roles', [
  ['bawaslu', 'Pengawas pemilihan', 'Election supervisor'],
  ['recommender', 'Pemberi rekomendasi', 'Recommender'],
  ['ppk', 'Pejabat pembina kepegawaian', 'Personnel supervising officer'],
  ['bkn', 'Pengelola data kepegawaian', 'Keeper of personnel data'],
  ['kemendagri', 'Pembina pemerintahan daerah', 'Supervisor of regional government'],
]);
