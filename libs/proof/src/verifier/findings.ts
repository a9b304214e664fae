import type { CheckpointFault } from '../checkpoint/checkpoint.ts';
import type { ChainFault } from '../chain.ts';

/** What was looked at: the signed tree head, a stream's chain, an event's place in the log, the log's continuation from before. */
export type Check = 'checkpoint' | 'chain' | 'inclusion' | 'continuation';

export type Fault =
  | CheckpointFault
  | ChainFault['fault']
  /** The proof or the event is not what it must look like. */
  | 'form'
  /** There is no proof for the event. */
  | 'proof-missing'
  /** There is a proof for an event that is not there. */
  | 'event-missing'
  /** The hashes do not lead from the event to the root that was signed. */
  | 'not-in-log'
  /** A later event of the stream stands before an earlier one in the log. */
  | 'out-of-order'
  /** The log of then is not the beginning of the log of now. */
  | 'not-continued'
  /** The checkpoint of then has more events than that of now. */
  | 'rolled-back';

/** Where something was found: a stream or one of its events, or an earlier checkpoint by its number in the file. Null is the file as a whole. */
export interface Place {
  readonly stream?: string;
  readonly revision?: number;
  readonly earlier?: number;
}

export interface Finding {
  readonly check: Check;
  readonly place: Place;
  /** Null when it holds. */
  readonly fault: Fault | null;
}

const CHECKS: Readonly<Record<Check, string>> = {
  checkpoint: 'Signaturen på loggens tilstand',
  chain: 'Kjeden av hendelser',
  inclusion: 'Hendelsens plass i loggen',
  continuation: 'Loggens sammenheng med tidligere',
};

const FAULTS: Readonly<Record<Fault, string>> = {
  malformed: 'er ikke i riktig form',
  'unknown-key': 'er ikke gjort med en nøkkel som er kjent her',
  'signature-invalid': 'stemmer ikke med teksten: den er endret, eller signert av andre',
  'other-origin': 'gjelder en annen logg',
  'revision-missing': 'mangler en hendelse',
  'previous-hash-differs': 'fortsetter ikke fra hendelsen før',
  'hash-differs': 'viser at hendelsen er endret',
  form: 'kan ikke kontrolleres: filen er ikke i riktig form',
  'proof-missing': 'er ikke bevist: beviset mangler',
  'event-missing': 'er bevist for en hendelse som mangler i filen',
  'not-in-log': 'stemmer ikke: beviset fører ikke til det som er signert',
  'out-of-order': 'stemmer ikke: rekkefølgen er endret',
  'not-continued': 'stemmer ikke: det som var logget før, er ikke begynnelsen på loggen nå',
  'rolled-back': 'stemmer ikke: loggen er kortere enn den var',
};

/** A finding in one sentence, in bokmål. */
export const tellFinding = ({ check, place, fault }: Finding): string =>
  `${CHECKS[check]}${tellPlace(place)} ${fault === null ? 'stemmer' : FAULTS[fault]}.`;

function tellPlace({ stream, revision, earlier }: Place): string {
  if (earlier !== undefined) return ` (punkt ${earlier + 1})`;
  if (stream === undefined) return '';
  return revision === undefined ? ` (${stream})` : ` (${stream}, nummer ${revision})`;
}
