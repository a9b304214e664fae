import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from './problem.ts';

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/** A body that is said to be packed, or in other letters than UTF-8, is not guessed at. Throws `unsupported-media-type`. */
export function refuseOtherEncodings(headers: IncomingHttpHeaders): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'identity' || charset.toLowerCase() !== 'utf-8')
    throw new Problem('unsupported-media-type', { detail: 'Innholdet må sendes som JSON i UTF-8, og ikke pakket.' });
}
