import { html, page, type Html } from './html';

interface Example {
  readonly address: string;
  readonly id: string;
  readonly en: string;
}

const examples: readonly Example[] = [
  { address: '/v1/figures/overdue?by=province', id: 'Rekomendasi lewat tenggat, per provinsi', en: 'Overdue recommendations, by province' },
  { address: '/v1/figures/overdue?unit=regions&employerKind=region&by=regionType', id: 'Daerah dengan rekomendasi lewat tenggat', en: 'Regions with overdue recommendations' },
  { address: '/v1/figures/pending?by=province', id: 'Belum ditindaklanjuti, per provinsi', en: 'Pending, by province' },
  { address: '/v1/figures/follow-up-rate', id: 'Persentase tindak lanjut', en: 'Rate of follow-up' },
  { address: '/v1/figures/blocked?by=office', id: 'Data kepegawaian diblokir, per kantor BKN', en: 'Personnel records blocked, by BKN office' },
  { address: '/v1/recommendations?state=overdue', id: 'Daftar surat lewat tenggat', en: 'List of overdue letters' },
  { address: '/v1/figures', id: 'Semua angka dan satuannya', en: 'All figures and their units' },
  { address: '/v1/seasons', id: 'Musim pengawasan', en: 'Seasons' },
  { address: '/docs', id: 'Dokumentasi API', en: 'Documentation of the API' },
];

/** The public page at the root: what this is, and a few questions to begin with. */
export const startPage = (): Html => page('Netral', html`<main>
<h1>Netral</h1>
<p>Ingatan bersama lembaga pengawas netralitas ASN: siapa yang belum bertindak, di mana, sejak kapan, menurut aturan mana, dan dari mana kita tahu.</p>
<p class="en" lang="en">The shared memory of the agencies that oversee the neutrality of civil servants: who has not acted, where, since when, under which rule, and how we know.</p>
<p>Setiap jawaban menyebut musimnya, dan apakah musim itu sintetis. <span class="en" lang="en">Every answer names its season, and whether that season is synthetic.</span></p>
<h2>Pertanyaan <span class="en" lang="en">Questions</span></h2>
<ul>
${examples.map(({ address, id, en }) => html`<li><a href="${address}">${id}</a> <span class="en" lang="en">${en}</span></li>
`)}</ul>
<p>Tambahkan <code>asOf=2020-10-26</code> (benar pada hari itu) dan <code>knownAt=2020-11-02</code> (diketahui sampai hari itu).
<span class="en" lang="en">Add <code>asOf</code> (true on that day) and <code>knownAt</code> (known by that day).</span></p>
</main>`);

