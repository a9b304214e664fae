import type { MediaType } from '@kvp/lifecycle';

const EXTENSION: Readonly<Record<MediaType, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' };
const LONGEST = 100;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A title as the name of a file: in one folder, on every system, whatever the title says. Letters of the north stay; what separates folders, steers a
 * terminal or cannot be seen becomes a hyphen.
 */
export function fileNameOf(title: string, mediaType: MediaType): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}/\\:*?"<>|]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, LONGEST)
    .replaceAll(/^[-. ]+|[-. ]+$/g, '');
  const safe = name === '' || DEVICE.test(name) ? `dokument${name === '' ? '' : `-${name}`}` : name;
  return `${safe}.${EXTENSION[mediaType]}`;
}
