import type { OpenAPIObject } from '@nestjs/swagger';
import { html, page, raw, type Html } from './html';

interface Described {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly example?: unknown; readonly schema?: object }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>>;
}
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The description of the API as a page of its own: no script, so the strict policy of the server holds for it as for all else. */
export const docsPage = (document: OpenAPIObject): Html => page(document.info.title, html`<main>
<h1>${document.info.title}</h1>
<p>${document.info.description ?? ''}</p>
<p><a href="/openapi.json">openapi.json</a></p>
${Object.entries(document.paths).map(([path, item]) => html`<section id="${path}">
${METHODS.flatMap((method) => operation(path, method, (item as Record<string, Described | undefined>)[method]))}</section>
`)}<h2>Schemas</h2>
${Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => html`<details id="schema-${name}"><summary><code>${name}</code></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>
`)}</main>`, 'en');

const operation = (path: string, method: string, described: Described | undefined): readonly Html[] =>
  described === undefined ? [] : [html`<h2><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h2>
<p>${described.summary ?? ''}</p>
<p>${described.description ?? ''}</p>
${raw(parametersOf(described))}
<table><thead><tr><th>Status</th><th>Meaning</th><th>Body</th></tr></thead><tbody>
${Object.entries(described.responses ?? {}).map(([status, { description, content }]) => html`<tr><td>${status}</td><td>${description ?? ''}</td><td>${bodies(content)}</td></tr>
`)}</tbody></table>
`];

const parametersOf = ({ parameters = [] }: Described): Html => parameters.length === 0 ? html`` : html`<table>
<thead><tr><th>Parameter</th><th>In</th><th>Meaning</th><th>Form</th><th>Example</th></tr></thead><tbody>
${parameters.map(({ name, in: place, required, description, example, schema }) => html`<tr><td><code>${name}</code>${required === true ? ' *' : ''}</td><td>${place}</td><td>${description ?? ''}</td><td><code>${JSON.stringify(schema ?? {})}</code></td><td><code>${String(example ?? '')}</code></td></tr>
`)}</tbody></table>`;

const bodies = (content: Readonly<Record<string, { readonly schema?: object }>> = {}): readonly Html[] =>
  Object.entries(content).map(([type, { schema }]) => {
    const reference = (schema as { $ref?: string } | undefined)?.$ref?.split('/').at(-1);
    return reference === undefined ? html`<code>${type}</code> ` : html`<code>${type}</code> <a href="#schema-${reference}">${reference}</a> `;
  });
