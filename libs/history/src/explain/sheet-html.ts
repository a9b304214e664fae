import type { Sheet } from './calculation-sheet.ts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; } dt { color: #555; } dd { margin: 0; }
  table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
  @media print { body { margin: 0; font-size: 11px; } }`;

/** The sheet as one page that needs nothing else: no script, no picture, no network. */
export const sheetHtml = ({ title, facts, tables, notes }: Sheet): string =>
  [
    '<!doctype html>',
    '<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
      `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`,
    ...tables.map(
      ({ heading, columns, rows }) =>
        `<h2>${escaped(heading)}</h2><table><thead><tr>${cells('th scope="col"', 'th', columns)}</tr></thead><tbody>` +
        `${rows.map((row) => `<tr>${cells('td', 'td', row)}</tr>`).join('')}</tbody></table>`,
    ),
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    '</body></html>',
  ].join('\n');

const cells = (open: string, close: string, texts: readonly string[]): string =>
  texts.map((text) => `<${open}>${escaped(text)}</${close}>`).join('');

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign);
