import { setAsideReasons } from '@netral/application';

/** What each reason for setting a message aside means, in Indonesian; the English stands beside the code, in the ingest. */
const indonesian: Readonly<Record<string, string>> = {
  'not-an-object': 'Pesan bukan objek JSON.',
  'too-deep': 'Pesan bersarang lebih dalam daripada yang diizinkan.',
  'broken-text': 'Sebuah teks memuat setengah karakter (surrogate tunggal).',
  'missing-field': 'Isian yang diwajibkan kontrak tidak ada.',
  'unknown-field': 'Isian tidak dikenal oleh kontrak. Isian tak dikenal ditolak agar salah ketik tidak hilang diam-diam.',
  'wrong-type': 'Nilai berjenis lain daripada yang ditentukan kontrak.',
  'wrong-value': 'Nilai tidak termasuk daftar yang diizinkan kontrak.',
  'wrong-date': 'Bukan tanggal yang ada, atau tidak ditulis YYYY-MM-DD.',
  'wrong-time': 'Bukan waktu menurut RFC 3339 dengan detik dan selisih zona.',
  'wrong-format': 'Teks tidak ditulis dalam bentuk yang ditentukan kontrak.',
  'too-short': 'Teks lebih pendek daripada yang diizinkan; biasanya kosong.',
  'too-long': 'Teks lebih panjang daripada yang diizinkan.',
  'too-few': 'Daftar memuat terlalu sedikit butir; biasanya kosong.',
  'too-many': 'Daftar memuat terlalu banyak butir.',
  'too-small': 'Angka lebih kecil daripada yang diizinkan.',
  'too-large': 'Angka lebih besar daripada yang diizinkan.',
  'unknown-type': 'Tidak ada peristiwa dengan `type` ini.',
  'reserved-type': 'Peristiwa dengan `type` ini ditulis oleh Netral sendiri dan tidak dapat dikirim.',
  'unknown-version': 'Versi kontrak ini belum atau tidak pernah dirilis.',
  'type-and-schema-differ': '`type` dan `dataschema` menyebut peristiwa yang berbeda.',
  'impossible-nip': 'Bukan NIP: 18 angka dalam bentuk PNS atau PPPK, dengan tanggal yang ada.',
  'nip-outside-person': 'NIP berada di isian yang disimpan dalam log, tempat data pribadi tidak boleh ada.',
  'repeated-person': 'Satu daftar menyebut NIP yang sama dua kali.',
  'repeated-field': 'Dua isian yang saling meniadakan ada bersamaan.',
  'wrong-order': 'Suatu rentang berakhir sebelum dimulai.',
  'outside-span': 'Sebuah hari berada di luar rentang yang disebut pesan yang sama.',
  'not-correctable': 'Pesan jenis ini tidak dapat dikoreksi atau dicabut.',
  'correction-changes-matter': 'Koreksi menyebut perkara (atau orang, atau musim) lain daripada yang dikoreksi.',
  'repeated-day': 'Sebuah kalender menyebut satu hari dua kali.',
  'unknown-calendar': 'Aturan hari kerja memerlukan kalender yang sudah ditetapkan.',
  'season-exists': 'Musim dengan id ini sudah dibuka.',
  'grant-exists': 'Kewenangan dengan id ini sudah dicatat.',
  'unknown-grant': 'Belum ada kewenangan dengan id ini.',
  'unknown-event-type': 'Peran ini tidak memiliki peristiwa dengan jenis ini.',
  'unknown-employer': 'Tidak ada instansi dengan kode atau nama ini dalam edisi kode wilayah yang dipakai musim itu.',
  'unknown-category': 'Tidak ada kategori dengan kode ini.',
  'no-authority': 'Lembaga ini tidak diberi kewenangan untuk peristiwa jenis ini.',
  'authority-expired': 'Kewenangan lembaga ini sudah berakhir pada hari fakta itu.',
  'authority-not-yet-valid': 'Kewenangan lembaga ini belum berlaku pada hari fakta itu.',
  'wrong-employer': 'Fakta ini berbicara untuk instansi yang bukan wewenang pengirimnya.',
  'empty': 'Pesan tidak memuat teks apa pun.',
  'invalid-utf-8': 'Ada bita yang bukan UTF-8. Letaknya dihitung dalam bita dari awal pesan.',
  'invalid-json': 'Teks bukan JSON: rusak, atau terpotong di tengah. Letaknya dihitung dalam bita dari awal pesan.',
  'duplicate-key': 'Sebuah kunci muncul dua kali dalam satu objek.',
  'message-too-large': 'Pesan terlalu besar. Panjang dan hash-nya disimpan, isinya tidak.',
  'sender-not-source': 'Source menyebut lembaga lain daripada pemilik kunci atau topik.',
  'tombstone': 'Pesan tidak bernilai sama sekali. Yang sudah tercatat tidak ditarik dengan menghapusnya: kirim pencabutan.',
  'missing-content-type': 'Pesan tidak memiliki header content-type maupun header ce_, sehingga isinya tidak dapat dikenali.',
  'wrong-content-type': 'Content type bukan yang dibaca di sini: application/cloudevents+json, atau application/json beserta header ce_.',
  'key-not-subject': 'Kunci pesan bukan subject-nya. Urutan dijaga menurut kunci, jadi semua pesan satu subject harus memakainya.',
  'correction-of-another': 'Pesan yang dikoreksi atau dicabut milik lembaga atau kantor lain: hanya pengirimnya yang boleh mengubah.',
  'conflicting-redelivery': 'Id ini sudah ada di log dengan isi lain. Yang pertama berlaku; kedatangan ini disimpan sebagai bukti.',
  'unknown-season': 'Belum ada musim dengan id ini yang dibuka.',
  'ambiguous-employer': 'Nama ini dipakai beberapa instansi: sebut Kabupaten atau Kota, atau kirim kodenya.',
  'unknown-office': 'Tidak ada kantor BKN dengan kode ini.',
  'name-outside-person': 'Nama seseorang berada di isian yang disimpan dalam log, tempat data pribadi tidak boleh ada.',
};

export interface ReasonText {
  readonly id: string;
  readonly en: string;
}

/** What a reason means; undefined when there is none of this code. */
export const reasonText = (code: string): ReasonText | undefined => {
  if (!Object.hasOwn(setAsideReasons, code)) return undefined;
  const en = setAsideReasons[code] as string;
  return { id: indonesian[code] ?? en, en };
};
export const reasonCodes = Object.keys(setAsideReasons).sort();
