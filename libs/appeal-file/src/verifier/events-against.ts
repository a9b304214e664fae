import { type ChainedEvent, type VerifierKey, chainFault, readEvents, tellFinding, verifyProof } from '@kvp/proof';
import { type Look, bad, good } from './look.ts';
import { EVENTS_PATH, type Manifest, OPENED_PATH, PROOF_PATH } from './manifest.ts';
import { openedFaults } from './opened.ts';
import { jsonOf } from './read.ts';

/** The events of a file: their chain, their place in the log, and what the manifest and the readable copy say of them. */
export function* eventsAgainst(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>, keys: readonly VerifierKey[]): Generator<Look> {
  const events = readEvents(jsonOf(files.get(EVENTS_PATH)));
  if (events === null) {
    yield bad('Hendelsene mangler eller er ikke i riktig form.');
    return;
  }
  const proof = files.get(PROOF_PATH);
  if (proof !== undefined) yield* inLog(manifest, events, jsonOf(proof), keys);
  else {
    if (manifest.treeSize !== null) yield bad('Beviset for plassen i loggen mangler.');
    yield* inChain(events);
  }
  const last = events.at(-1);
  if (events.some(({ stream }) => stream !== `case-${manifest.caseId}`)) yield bad('Det er hendelser fra en annen sak i filen.');
  if (last?.revision !== manifest.revision || last.metadata.hash !== manifest.headHash)
    yield bad('Den siste hendelsen er en annen enn manifestet sier.');
  if (events.some(({ metadata }) => isAfter(metadata, manifest.knownAt)))
    yield bad('Det er hendelser som kom etter tidspunktet til filen.');
  yield* openedFaults(events, jsonOf(files.get(OPENED_PATH))).map(bad);
}

function* inLog(manifest: Manifest, events: readonly ChainedEvent[], proof: unknown, keys: readonly VerifierKey[]): Generator<Look> {
  const { findings, checkpoint } = verifyProof(events, proof, { keys });
  const wrong = findings.filter(({ fault }) => fault !== null);
  for (const finding of wrong) yield bad(tellFinding(finding));
  if (wrong.length === 0) yield good(`Hver av de ${events.length} hendelsene står i loggen, og ingen av dem er endret.`);
  if (checkpoint !== null && checkpoint.size !== manifest.treeSize) yield bad('Størrelsen på loggen er en annen enn manifestet sier.');
}

function* inChain(events: readonly ChainedEvent[]): Generator<Look> {
  const faults = events.flatMap((event, at) => {
    const before = events[at - 1];
    return chainFault(before === undefined ? null : { revision: before.revision, hash: String(before.metadata.hash) }, event) ?? [];
  });
  for (const { revision } of faults) yield bad(`Kjeden av hendelser er brutt ved hendelse ${revision}.`);
  if (faults.length === 0) yield good(`Kjeden av ${events.length} hendelser henger sammen.`);
}

const isAfter = (metadata: object, knownAt: string): boolean => {
  const { recordedAt } = metadata as { readonly recordedAt?: unknown };
  return typeof recordedAt !== 'string' || !(Date.parse(recordedAt) <= Date.parse(knownAt));
};
