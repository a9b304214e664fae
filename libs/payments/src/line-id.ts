import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type LineKey, keyOf } from './line.ts';

/** Hexadecimal digits of a line's id: as many as fit the references of a payment file, which take 35 characters. */
const DIGITS = 32;

/** What a line is called in every file: made of run, case, month and payee, so that a run that is taken up again calls it the same. */
export const lineId = (runId: string, caseId: string, key: LineKey): string =>
  bytesToHex(sha256(utf8ToBytes(`${runId} ${caseId} ${keyOf(key)}`))).slice(0, DIGITS);
