import { html, page, type Html } from '../pages/html';
import { isProblemCode, problemCodes, type ProblemCode } from './problem-codes';
import { reasonCodes, reasonText } from './reason-texts';

const NOTES: Readonly<Record<string, readonly [id: string, en: string]>> = {
  'message-too-large': ['Kirim sebagai beberapa pesan yang lebih kecil.', 'Send it as several smaller messages.'],
  'body-too-large': ['Aliran NDJSON tidak dibatasi panjangnya; hanya tiap barisnya.', 'A stream of NDJSON is not bounded in length; only each of its lines is.'],
};
const note = (code: string): readonly Html[] => {
  const [id, en] = NOTES[code] ?? [];
  return id === undefined ? [] : [html`<p>${id} <span class="en" lang="en">${en}</span></p>`];
};

const asReason = (code: string): readonly Html[] => {
  const text = reasonText(code);
  if (text === undefined) return [];
  return [html`<h2>Alasan pesan disisihkan <span class="en" lang="en">Reason for setting a message aside</span></h2>
<p>${text.id}</p>
<p class="en" lang="en">${text.en}</p>
<p>Pesan disimpan tersegel dan dapat dinilai ulang; id-nya tidak terpakai, jadi pesan yang sudah diperbaiki boleh dikirim dengan id yang sama.
<span class="en" lang="en">The message is kept sealed and can be judged anew; it uses up no id, so a mended message may be sent under the same one.</span></p>
`];
};
const asProblem = (code: string): readonly Html[] => {
  if (!isProblemCode(code)) return [];
  const { status, id, en } = problemCodes[code];
  return [html`<h2>Jawaban ${status} <span class="en" lang="en">Answer ${status}</span></h2>
<p>${id}</p>
<p class="en" lang="en">${en}</p>
`];
};

/** What one code means, for people; undefined when there is no such code. */
export const problemPage = (code: string): Html | undefined => {
  const parts = [...asProblem(code), ...asReason(code)];
  if (parts.length === 0) return undefined;
  return page(code, html`<main><h1><code>${code}</code></h1>
${parts}${note(code)}<p><a href="/problems">Semua kode <span class="en" lang="en">All codes</span></a></p></main>`);
};

const row = (code: string, status: string, { id, en }: { readonly id: string; readonly en: string }): Html =>
  html`<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${status}</td><td>${id} <span class="en" lang="en">${en}</span></td></tr>
`;

/** Every code there is. */
export const problemsPage = (): Html => page('Kode', html`<main><h1>Kode <span class="en" lang="en">Codes</span></h1>
<table><tbody>
${(Object.keys(problemCodes) as ProblemCode[]).map((code) => row(code, String(problemCodes[code].status), problemCodes[code]))}${reasonCodes.map((code) => row(code, 'disisihkan, set aside', reasonText(code) as { id: string; en: string }))}</tbody></table></main>`);
