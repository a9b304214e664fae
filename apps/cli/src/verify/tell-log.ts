import type { ChainReport } from '@kvp/deciding';
import type { CheckedHead, HeadFault, LogReport, TreeFault } from '@kvp/notary';

const CHAIN_FAULTS = {
  'revision-missing': 'an event is missing before it',
  'previous-hash-differs': 'it does not continue the event before it',
  'hash-differs': 'it was changed: its hash is another one',
} as const satisfies Record<ChainReport['faults'][number]['fault'], string>;

const HEAD_FAULTS: Readonly<Record<HeadFault, string>> = {
  malformed: 'it is no checkpoint',
  'unknown-key': 'none of the keys that are known here has signed it',
  'signature-invalid': 'its signature does not belong to it: it was changed, or somebody else signed it',
  'other-origin': 'it is of another log',
  'says-otherwise': 'its event says something else than what was signed',
  'rolled-back': 'the log has fewer events than it says: its end is gone',
  'root-differs': 'the log of then is not the beginning of the log of now',
  'out-of-order': 'it says fewer events than the one before it',
};

/** The first difference of each kind and stream, in log order, and a line for each kind that says how far it holds. */
export const tellLog = (report: LogReport): readonly string[] => [...tellChains(report), ...tellTree(report), ...tellHeads(report)];

function tellChains({ events, streams, faults, strangers }: LogReport): readonly string[] {
  const counted = `${events} events in ${streams} streams`;
  const misplaced = strangers.map(({ stream, revision, type }) => `${stream} revision ${revision}: ${type} does not belong there`);
  if (faults.length === 0) return [...misplaced, `${counted}: every chain holds.`];
  return [
    ...misplaced,
    ...faults.map(({ stream, revision, fault }) => `${stream} revision ${revision}: ${CHAIN_FAULTS[fault]} (${fault})`),
    `${counted}: ${faults.length} ${faults.length === 1 ? 'chain is' : 'chains are'} broken.`,
  ];
}

function tellTree({ events, leaves, treeFault, root }: LogReport): readonly string[] {
  const made = `the root over ${events} events is ${root}`;
  if (treeFault !== null) return [`The tree does not hold: ${tellTreeFault(treeFault)} (${treeFault.fault}).`, `From the log, ${made}.`];
  if (leaves === null) return [`No tree is kept here; ${made}.`];
  return [`The tree holds ${leaves === events ? 'every event' : `${leaves} of ${events} events, and the rest is on its way`}; ${made}.`];
}

function tellTreeFault(fault: TreeFault): string {
  switch (fault.fault) {
    case 'leaf-differs':
      return `leaf ${fault.leaf} is not the event that stands there, ${fault.stream} revision ${fault.revision}`;
    case 'node-differs':
      return `in tile ${fault.index} of level ${fault.level} a hash is not that of the leaves under it`;
    case 'tile-missing':
      return `tile ${fault.index} of level ${fault.level} is missing`;
    case 'log-cut':
      return `it has ${fault.leaves} leaves and the log ${fault.events} events: the end of the log is gone`;
  }
}

function tellHeads({ heads }: LogReport): readonly string[] {
  const wrong = heads.flatMap((head) =>
    head.fault === null ? [] : [`${placeOf(head)}: ${tellHeadFault(head, head.fault)} (${head.fault})`],
  );
  if (heads.length === 0) return ['There is no checkpoint yet: kvp checkpoint signs one.'];
  const counted = `${heads.length} ${heads.length === 1 ? 'checkpoint' : 'checkpoints'}`;
  if (wrong.length > 0) return [...wrong, `${counted}: ${wrong.length} ${wrong.length === 1 ? 'does' : 'do'} not hold.`];
  return [`${counted}: all hold, the last over ${Math.max(...heads.map(({ size }) => size ?? 0))} events.`];
}

const placeOf = ({ place }: CheckedHead): string => (typeof place === 'number' ? `log-checkpoints revision ${place}` : place);

const tellHeadFault = ({ holdsUpTo }: CheckedHead, fault: HeadFault): string =>
  holdsUpTo === undefined ? HEAD_FAULTS[fault] : `${HEAD_FAULTS[fault]}; up to event ${holdsUpTo} it is`;
