export interface ListedCategory {
  readonly code: string;
  /** As the agency words it. */
  readonly label: string;
  /** Where a source says which limb punishes it; the same act can change class with the stage. */
  readonly class: 'ethics' | 'discipline' | 'unknown';
}

const unclassed = (code: string, label: string): ListedCategory => ({ code, label, class: 'unknown' });

// As quoted in the press in 2020: no full list could be read, the annex of the joint decision least of all.
/** Each agency's own wording of the categories it counts. */
export const categoryLists: Readonly<Record<'kasn' | 'bawaslu' | 'bkn', readonly ListedCategory[]>> = {
  kasn: [
    unclassed('sosmed', 'Kampanye/sosialisasi di media sosial'),
    unclassed('deklarasi-hadir', 'Menghadiri deklarasi pasangan bakal calon/calon'),
    unclassed('foto-simbol', 'Foto bersama bakal calon/calon dengan simbol/gerakan keberpihakan'),
    unclassed('parpol-dekati', 'Pendekatan ke partai politik terkait pencalonan dirinya atau orang lain'),
    unclassed('deklarasi-diri', 'Deklarasi diri sebagai bakal calon kepala daerah'),
    unclassed('spanduk', 'Memasang spanduk/baliho/alat peraga kampanye'),
    unclassed('kegiatan-pihak', 'Melakukan kegiatan yang mengarah pada keberpihakan'),
    unclassed('keputusan', 'Membuat keputusan/tindakan yang menguntungkan/merugikan paslon'),
    unclassed('unknown', 'Lainnya'),
  ],
  bawaslu: [
    unclassed('sosmed', 'Memberikan dukungan melalui media sosial/media massa'),
    unclassed('parpol-dekati', 'Pendekatan/mendaftarkan diri pada salah satu partai politik'),
    unclassed('deklarasi-diri', 'Mendeklarasikan diri sebagai bakal calon'),
    unclassed('spanduk', 'Sosialisasi bakal calon melalui alat peraga kampanye'),
    unclassed('silaturahmi', 'Menghadiri/mengikuti silaturahmi/bakti sosial bakal paslon/parpol'),
    unclassed('dukung-paslon', 'Mendukung salah satu pasangan calon'),
    unclassed('unknown', 'Lainnya'),
  ],
  bkn: [
    unclassed('sosmed', 'Kampanye/sosialisasi media sosial (posting, komentar, share, like)'),
    unclassed('deklarasi-hadir', 'Menghadiri deklarasi calon'),
    unclassed('foto-simbol', 'Melakukan foto bersama dengan mengikuti simbol gerakan yang menunjukkan keberpihakan'),
    unclassed('narasumber', 'Menjadi pembicara/narasumber kegiatan partai politik'),
    { code: 'kerahkan-pns', label: 'Mengerahkan PNS lain untuk ikut kampanye', class: 'discipline' },
    { code: 'fasilitas', label: 'Menggunakan fasilitas negara/jabatan', class: 'discipline' },
    { code: 'atribut', label: 'Peserta kampanye memakai atribut partai/atribut PNS', class: 'discipline' },
    { code: 'ktp-dukung', label: 'Memberikan surat dukungan disertai KTP', class: 'discipline' },
    unclassed('unknown', 'Lainnya'),
  ],
};

const keyOf = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const codes = new Map(
  Object.entries(categoryLists).map(([agency, list]) => [agency, new Map(list.map(({ code, label }) => [keyOf(label), code]))]),
);

/** Our code of an agency's own label, case and punctuation aside; undefined when its list does not have the label. */
export const categoryOfLabel = (agency: string, label: string): string | undefined => codes.get(agency)?.get(keyOf(label));
