import { hash } from 'node:crypto';
import type { Sha256 } from '@kvp/proof';

/** Node's own: the chain is hashed with every event that is written. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
