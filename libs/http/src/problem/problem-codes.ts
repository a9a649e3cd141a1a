export interface ProblemKind {
  readonly status: number;
  readonly id: string;
  readonly en: string;
}
const kind = (status: number, id: string, en: string): ProblemKind => ({ status, id, en });

/** Every problem that an answer can be, and its status: the only table of statuses. The texts stand on `/problems/<code>`. */
export const problemCodes = {
  'bad-request': kind(400, 'Permintaan tidak dapat dibaca.', 'The request cannot be read.'),
  'wrong-parameter': kind(400, 'Sebuah parameter tidak dikenal, berulang, kosong, atau mustahil.', 'A parameter is unknown, repeated, empty or impossible.'),
  'empty-body': kind(400, 'Badan permintaan kosong. Tidak ada yang dicatat.', 'The body is empty. Nothing was recorded.'),
  'invalid-utf-8': kind(400, 'Badan permintaan bukan UTF-8. Tidak ada yang dicatat.', 'The body is not UTF-8. Nothing was recorded.'),
  'invalid-json': kind(400, 'Badan permintaan bukan JSON, atau terpotong. Tidak ada yang dicatat.', 'The body is not JSON, or was cut. Nothing was recorded.'),
  'too-deep': kind(400, 'JSON bersarang terlalu dalam. Tidak ada yang dicatat.', 'The JSON is nested too deep. Nothing was recorded.'),
  'not-a-list': kind(400, 'Satu berkas pesan harus berupa daftar JSON. Tidak ada yang dicatat.', 'A batch is a JSON list of messages. Nothing was recorded.'),
  'no-key': kind(401, 'Alamat ini meminta kunci: Authorization: Bearer <kunci>.', 'This address asks for a key: Authorization: Bearer <key>.'),
  'unknown-key': kind(401, 'Kunci ini tidak dikenal atau sudah dicabut.', 'This key is not known or has been revoked.'),
  'unknown-token': kind(401, 'Token sekali pakai ini tidak dikenal atau sudah dipakai. Mulai ulang server untuk token baru.', 'This one-time token is not known or was used. Start the server again for another.'),
  'forbidden': kind(403, 'Kunci ini tidak berhak atas alamat ini.', 'This key may not ask this.'),
  'not-found': kind(404, 'Tidak ada yang demikian.', 'There is no such thing.'),
  'no-season': kind(404, 'Belum ada musim yang dibuka.', 'No season has been opened.'),
  'method-not-allowed': kind(405, 'Alamat ini tidak menerima metode itu.', 'This address does not take that method.'),
  'not-acceptable': kind(406, 'Jawaban tidak tersedia dalam bentuk yang diminta.', 'The answer is not given in a form that was asked for.'),
  'conflict': kind(409, 'Permintaan bertentangan dengan keadaan sekarang.', 'The request contradicts how things stand.'),
  'body-too-large': kind(413, 'Badan permintaan terlalu besar. Tidak ada yang dicatat. Kirim sebagai NDJSON.', 'The body is too large. Nothing was recorded. Send it as NDJSON.'),
  'wrong-content-type': kind(415, 'Jenis isi tidak diterima di sini.', 'This content type is not taken here.'),
  'unprocessable': kind(422, 'Permintaan terbaca, tetapi tidak dapat dijalankan.', 'The request was read, but cannot be carried out.'),
  'too-fast': kind(429, 'Terlalu banyak permintaan dari alamat ini. Lihat Retry-After.', 'Too many requests from this address. See Retry-After.'),
  'queue-full': kind(429, 'Terlalu banyak pesan menunggu dicatat. Lihat Retry-After.', 'Too many messages wait to be recorded. See Retry-After.'),
  'internal': kind(500, 'Kesalahan di pihak kami. Kesalahan ini telah dicatat.', 'A fault of ours. It has been logged.'),
  'not-ready': kind(503, 'Belum siap. Lihat Retry-After.', 'Not ready yet. See Retry-After.'),
  'season-loading': kind(503, 'Sebuah musim sedang dicatat; kiriman lain menunggu. Lihat Retry-After.', 'A season is being recorded; other writes wait. See Retry-After.'),
  'store-unavailable': kind(503, 'Penyimpanan tidak dapat ditulisi. Kirim ulang nanti: yang sudah tercatat akan dikenali.', 'The store cannot be written to. Send again later: what was recorded will be recognised.'),
} as const;

export type ProblemCode = keyof typeof problemCodes;
export const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(problemCodes, code);

const GENERIC: readonly ProblemCode[] = [
  'bad-request', 'no-key', 'forbidden', 'not-found', 'method-not-allowed', 'not-acceptable', 'conflict', 'body-too-large', 'wrong-content-type', 'unprocessable', 'too-fast', 'not-ready',
];
/** The problem that a bare status means. */
export const codeOfStatus = (status: number): ProblemCode =>
  GENERIC.find((code) => problemCodes[code].status === status) ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal');
