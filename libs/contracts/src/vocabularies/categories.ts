import { openVocabulary } from './vocabulary';

/** Kinds of violation: the union of the agencies' lists that could be read. Each agency counts by its own; its label is kept. */
export const categories = openVocabulary('categories', [
  ['sosmed', 'Kampanye atau sosialisasi di media sosial', 'Campaigning on social media'],
  ['deklarasi-hadir', 'Menghadiri deklarasi pasangan (bakal) calon', "Attending a candidate's declaration"],
  ['foto-simbol', 'Foto bersama dengan simbol keberpihakan', 'Photograph with a partisan symbol'],
  ['narasumber', 'Narasumber kegiatan partai politik', 'Speaking at an event of a party'],
  ['parpol-dekati', 'Pendekatan ke partai politik atau masyarakat terkait pencalonan', 'Approaching parties or the public about a candidacy'],
  ['deklarasi-diri', 'Deklarasi sebagai bakal calon', 'Declaring oneself a candidate'],
  ['spanduk', 'Memasang spanduk atau alat peraga kampanye', 'Putting up banners or campaign props'],
  ['kegiatan-pihak', 'Kegiatan yang mengarah pada keberpihakan', 'Activity that favours a side'],
  ['keputusan', 'Keputusan yang menguntungkan atau merugikan paslon', 'Decision in favour of or against a candidate'],
  ['kerahkan-pns', 'Mengerahkan PNS lain ikut kampanye', 'Mobilising other civil servants'],
  ['fasilitas', 'Menggunakan fasilitas negara atau jabatan', 'Using facilities of state or office'],
  ['atribut', 'Peserta kampanye memakai atribut partai atau PNS', 'Campaigning with party or civil service attributes'],
  ['ktp-dukung', 'Memberi surat dukungan disertai KTP', 'Giving a support letter with an identity card'],
  ['parpol-anggota', 'Menjadi anggota atau pengurus partai politik', 'Being a member or officer of a party'],
  ['calon-tanpa-mundur', 'Mencalonkan diri tanpa mundur', 'Running without resigning'],
  ['silaturahmi', 'Menghadiri silaturahmi bakal paslon atau parpol', 'Attending a gathering of a candidate or party'],
  ['dukung-paslon', 'Mendukung salah satu paslon', 'Supporting one of the candidates'],
  ['unknown', 'Tidak diketahui', 'Unknown'],
]);
