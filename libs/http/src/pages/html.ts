declare const safe: unique symbol;
/** Text that may stand in a page as it is. */
export type Html = string & { readonly [safe]: true };
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): Html => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character) as Html;

type Part = Html | string | number | readonly Html[] | undefined;
const isList = (part: Part): part is readonly Html[] => Array.isArray(part);

/** A piece of a page. What is put in is escaped, except lists of pieces and what `raw` marks. */
export const html = (strings: TemplateStringsArray, ...parts: readonly (Part | { readonly raw: Html })[]): Html =>
  strings.reduce((page, text, index) => {
    const part = parts[index - 1];
    if (part === undefined) return page + text;
    if (typeof part === 'object' && 'raw' in part) return page + part.raw + text;
    return page + (isList(part) ? part.join('') : escaped(String(part))) + text;
  }) as Html;

export const raw = (piece: Html): { readonly raw: Html } => ({ raw: piece });

/** A whole page; `lang` is Indonesian unless told otherwise. Needs no script and nothing from another host. */
export const page = (title: string, body: Html, lang = 'id'): Html => html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
${raw(body)}
</body>
</html>
`;
