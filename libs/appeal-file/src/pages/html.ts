const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page: nothing of it is ever markup. */
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A paragraph, its line breaks kept. */
export const paragraph = (text: string): string => `<p>${escape(text).replaceAll('\n', '<br>')}</p>`;

export const heading = (level: 1 | 2 | 3, text: string): string => `<h${level}>${escape(text)}</h${level}>`;

export const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;

export const facts = (rows: readonly (readonly [label: string, value: string])[]): string =>
  `<dl>${rows.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;

export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead>` +
  `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}' +
  'h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem;margin-bottom:.2rem}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #bbb;vertical-align:top}' +
  'dt{font-weight:600}dd{margin:0 0 .5rem}.hel{color:#06440a}.brutt{color:#8a0000}pre{white-space:pre-wrap}textarea{width:100%}';

/** A page that stands alone: no script but the one that is handed in, nothing from elsewhere. */
export const page = (title: string, body: readonly string[], script?: string): string =>
  `<!doctype html>\n<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${script === undefined ? '' : "; script-src 'unsafe-inline'"}">` +
  `<title>${escape(title)}</title><style>${STYLE}</style></head>\n<body><h1>${escape(title)}</h1>\n${body.join('\n')}\n` +
  // A closing tag inside the script would end it; in a program it can only stand in text.
  (script === undefined ? '' : `<script>${script.replaceAll('</script', '<\\/script')}</script>`) +
  '</body></html>\n';
