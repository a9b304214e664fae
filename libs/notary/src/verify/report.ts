import type { ChainReport } from '@kvp/deciding';
import type { CheckpointFault, VerifierKey } from '@kvp/proof';

/** The first place where the kept tree and the log differ. */
export type TreeFault =
  /** A leaf of the kept tree is not the hash of the event that stands there in the log. */
  | { readonly fault: 'leaf-differs'; readonly leaf: number; readonly stream: string; readonly revision: number }
  /** Every leaf is right, and a hash above them is not. */
  | { readonly fault: 'node-differs'; readonly level: number; readonly index: number }
  /** A part of the kept tree is not there. */
  | { readonly fault: 'tile-missing'; readonly level: number; readonly index: number }
  /** The tree holds more leaves than the log has events: the end of the log is gone. */
  | { readonly fault: 'log-cut'; readonly leaves: number; readonly events: number };

/** What is wrong with a checkpoint. */
export type HeadFault =
  | CheckpointFault
  /** The event says another size or root than what was signed. */
  | 'says-otherwise'
  /** It says more events than the log has: the end of the log is gone. */
  | 'rolled-back'
  /** The log has another root at that size: an event before it was changed, moved, added or removed. */
  | 'root-differs'
  /** It says fewer events than a checkpoint before it. */
  | 'out-of-order';

/** Where a checkpoint was found: its revision in the log, or the name that it was handed in under. */
export type HeadPlace = number | string;

export interface CheckedHead {
  readonly place: HeadPlace;
  /** Null when it says none that could be read. */
  readonly size: number | null;
  readonly signedBy: readonly VerifierKey[];
  readonly fault: HeadFault | null;
  /** Of a root that differs: the largest size below it at which a checkpoint holds. The first difference lies from there on. */
  readonly holdsUpTo?: number;
}

export interface LogReport extends ChainReport {
  /** Leaves of the kept tree; null where none is kept. */
  readonly leaves: number | null;
  readonly treeFault: TreeFault | null;
  readonly heads: readonly CheckedHead[];
  /** The root over all events of the log, 64 hexadecimal digits. */
  readonly root: string;
}

export const holds = ({ faults, strangers, treeFault, heads }: LogReport): boolean =>
  faults.length === 0 && strangers.length === 0 && treeFault === null && heads.every(({ fault }) => fault === null);
