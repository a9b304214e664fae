import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF as its readers get it, page by page, by another program than made it. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

export const textOf = async (pdf: Uint8Array): Promise<string> => (await pagesOf(pdf)).join(' ');

/** The objects of a PDF in the clear: what is packed is unpacked, so that it can be searched. */
export function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  let text = '';
  for (let at = 0; at >= 0;) {
    const start = bytes.indexOf('stream\n', at);
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start);
    text += bytes.toString('latin1', at, start < 0 ? bytes.length : start);
    if (end < 0) break;
    const packed = bytes.subarray(start + 'stream\n'.length, end);
    text += packed[0] === 0x78 ? inflateSync(packed, { finishFlush: 2 }).toString('latin1') : packed.toString('latin1');
    at = end + 'endstream'.length;
  }
  return text;
}
