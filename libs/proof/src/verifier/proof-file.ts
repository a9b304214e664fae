import { toHex } from '../bytes.ts';
import type { ChainedEvent } from '../chain.ts';

export const PROOF_FORMAT = 'kvp-proof-1';

/** Where an event stands in the log, and the hashes that lead from it to the root of the checkpoint. */
export interface Inclusion {
  readonly stream: string;
  readonly revision: number;
  /** The event's place in the log, from 0. */
  readonly leaf: number;
  /** From the leaf's sibling upwards, 64 hexadecimal digits each. */
  readonly path: readonly string[];
}

/** A checkpoint of before, and the hashes which show that the log of then is the beginning of the log of now. */
export interface Continuation {
  readonly checkpoint: string;
  /** 64 hexadecimal digits each. */
  readonly path: readonly string[];
}

/** What proves events that are handed out, as JSON. The key that it is checked with must come from elsewhere than the file. */
export interface ProofFile {
  readonly format: typeof PROOF_FORMAT;
  /** The signed tree head that all of it leads to. */
  readonly checkpoint: string;
  readonly inclusions: readonly Inclusion[];
  readonly earlier: readonly Continuation[];
}

/** An event as it is handed out: whole, its personal part sealed as in the log. Whole streams, from revision 0 on. */
export type ProvenEvent = ChainedEvent;

export const pathOf = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map(toHex);
