import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signCheckpoint } from '../checkpoint/checkpoint.ts';
import { eventHash } from '../chain.ts';
import { known, signerOf } from '../testing/signers.ts';
import { type LoggedEvent, SmallLog } from '../testing/small-log.ts';
import { tellFinding } from './findings.ts';
import type { ProofFile } from './proof-file.ts';
import { type VerifyOptions, verifyProof } from './verify.ts';

const ORIGIN = 'kvp.example/log';
const [ours, stranger] = [signerOf(ORIGIN, 1), signerOf(ORIGIN, 2)];
const CASE = 'case-1';
const log = new SmallLog(ORIGIN, [CASE, 'case-2', 'person-1'], 40);

interface Given {
  events: LoggedEvent[];
  proof: { -readonly [Part in keyof ProofFile]: ProofFile[Part] };
}
const file = (): Given => structuredClone(log.file([CASE, 'person-1'], 40, ours, [10, 33]));
const verify = ({ events, proof }: { events: unknown; proof: unknown }, options: Partial<VerifyOptions> = {}) =>
  verifyProof(events, proof, { keys: known(ours), ...options });
/** `check fault at stream revision`, for everything that does not hold. */
const faultsOf = (given: { events: unknown; proof: unknown }, options?: Partial<VerifyOptions>): readonly string[] =>
  verify(given, options).findings.flatMap(({ check, place, fault }) =>
    fault === null ? [] : [[check, fault, ...(Object.values(place) as (string | number)[])].join(' ')],
  );
const rehashed = (event: LoggedEvent): LoggedEvent => ({ ...event, metadata: { ...event.metadata, hash: eventHash(event) } });

const turned = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
const allOf = (fault: string): readonly string[] =>
  log.file([CASE, 'person-1'], 40, ours).events.map(({ stream, revision }) => `inclusion ${fault} ${stream} ${revision}`);

test('all of it holds: two streams, every event in the log, and the log of then is the beginning of that of now', () => {
  const verdict = verify(file());
  // Of 40 events in turn on three streams, case-1 has 14 and person-1 has 13.
  expect(verdict).toMatchObject({ holds: true, events: 27, checkpoint: { origin: ORIGIN, size: 40 } });
  expect(verdict.findings).toHaveLength(1 + 2 + 27 + 2);
  expect(verify(JSON.parse(JSON.stringify(file())) as Given)).toEqual(verdict);
  expect(tellFinding(verdict.findings[0]!)).toBe('Signaturen på loggens tilstand stemmer.');
});

describe('each way to tamper is found and named', () => {
  const second = (given: Given): LoggedEvent => given.events[1]!;
  const tampered: readonly [name: string, tamper: (given: Given) => void, faults: readonly string[]][] = [
    ['a changed fact', (given) => (given.events[1] = { ...second(given), data: { number: 4 } }), ['chain hash-differs case-1 1']],
    [
      'a changed seal',
      (given) => (given.events[1] = { ...second(given), sealed: { ...second(given).sealed, data: 'bbbc' } }),
      ['chain hash-differs case-1 1'],
    ],
    [
      'a changed fact with a new hash',
      (given) => (given.events[1] = rehashed({ ...second(given), data: { number: 4 } })),
      ['chain previous-hash-differs case-1 2', 'inclusion not-in-log case-1 1'],
    ],
    [
      'an event that is left out',
      (given) => given.events.splice(1, 1),
      ['chain revision-missing case-1 2', 'inclusion event-missing case-1 1'],
    ],
    ['a last event that is left out', (given) => given.events.splice(13, 1), ['inclusion event-missing case-1 13']],
    [
      'two events that have changed places',
      (given) => given.events.splice(1, 2, given.events[2]!, given.events[1]!),
      ['chain revision-missing case-1 2', 'inclusion out-of-order case-1 1'],
    ],
    [
      'an event that comes twice',
      (given) => given.events.splice(1, 0, second(given)),
      ['chain revision-missing case-1 1', 'inclusion proof-missing case-1 1'],
    ],
    [
      'a proof that is left out',
      (given) => (given.proof.inclusions = given.proof.inclusions.slice(1)),
      ['inclusion proof-missing case-1 0'],
    ],
    [
      'the proof of another event',
      ({ proof }) => (proof.inclusions = proof.inclusions.map((each, at) => (at === 1 ? { ...each, leaf: each.leaf + 1 } : each))),
      ['inclusion not-in-log case-1 1'],
    ],
    [
      'a path with one digit changed',
      ({ proof }) =>
        (proof.inclusions = proof.inclusions.map((each, at) =>
          at === 1 ? { ...each, path: [turned(each.path[0]!), ...each.path.slice(1)] } : each,
        )),
      ['inclusion not-in-log case-1 1'],
    ],
    [
      'a path with what is no hash',
      ({ proof }) => (proof.inclusions = proof.inclusions.map((each, at) => (at === 1 ? { ...each, path: ['x'] } : each))),
      ['inclusion form case-1 1'],
    ],
    [
      'an earlier checkpoint that says more events than there are',
      ({ proof }) =>
        (proof.earlier = [{ checkpoint: signCheckpoint({ origin: ORIGIN, size: 41, root: new Uint8Array(32) }, [ours]), path: [] }]),
      ['continuation rolled-back 0'],
    ],
    [
      'an earlier checkpoint of another log of the same size',
      ({ proof }) =>
        (proof.earlier = [
          { ...proof.earlier[0]!, checkpoint: signCheckpoint({ origin: ORIGIN, size: 10, root: new Uint8Array(32) }, [ours]) },
        ]),
      ['continuation not-continued 0'],
    ],
    [
      'an earlier checkpoint that somebody else signed',
      ({ proof }) => (proof.earlier = [{ ...proof.earlier[0]!, checkpoint: log.checkpoint(10, stranger) }]),
      ['continuation unknown-key 0'],
    ],
    [
      'a proof in another format',
      ({ proof }) => Object.assign(proof, { format: 'kvp-proof-9' }),
      ['checkpoint form', ...allOf('proof-missing')],
    ],
  ];

  test.each(tampered)('%s', (_name, tamper, faults) => {
    const given = file();
    tamper(given);
    expect(faultsOf(given)).toEqual(faults);
    for (const finding of verify(given).findings) expect(tellFinding(finding)).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  test('a checkpoint of another key, a forged one, and one of another log: nothing is proven by them', () => {
    const unproven = [...allOf('not-in-log'), 'continuation not-continued 0', 'continuation not-continued 1'];
    const with_ = (checkpoint: string): Given => ({ ...file(), proof: { ...file().proof, checkpoint } });
    expect(faultsOf(with_(log.checkpoint(40, stranger)))).toEqual(['checkpoint unknown-key', ...unproven]);
    expect(faultsOf(with_(log.checkpoint(40, { key: ours.key, sign: stranger.sign })))).toEqual([
      'checkpoint signature-invalid',
      ...unproven,
    ]);
    expect(faultsOf(with_('not a note'))).toEqual(['checkpoint malformed', ...unproven]);
    expect(faultsOf(file(), { origin: 'another.example/log' })[0]).toBe('checkpoint other-origin');
  });

  test('a log that was written anew, hashes, proofs and all, does not continue what was signed before', () => {
    const anew = new SmallLog(ORIGIN, [CASE, 'case-2', 'person-1'], 0);
    for (const { stream, data } of log.events) anew.write(stream, stream === 'case-2' ? { changed: true } : data);
    const forged = anew.file([CASE, 'person-1'], 40, ours, [10]);
    const given = {
      events: forged.events,
      proof: { ...forged.proof, earlier: [{ ...forged.proof.earlier[0]!, checkpoint: log.checkpoint(10, ours) }] },
    };
    expect(faultsOf(given)).toEqual(['continuation not-continued 0']);
  });
});

test('an old key verifies what it signed after another took its place', () => {
  const next = signerOf(ORIGIN, 9);
  expect(verify(file(), { keys: known(next, ours) }).holds).toBe(true);
  expect(verify(file(), { keys: known(next) }).findings[0]).toEqual({ check: 'checkpoint', place: {}, fault: 'unknown-key' });
});

test('whatever JSON it is given, it answers, and nothing but the true file holds', () => {
  const { events, proof } = file();
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (any, other) => {
      expect(verify({ events: any, proof: other }).holds).toBe(false);
      expect(verify({ events, proof: any }).holds).toBe(false);
    }),
  );
  expect(faultsOf({ events: 'none', proof })).toContain('chain form');
  expect(faultsOf({ events: [{ ...events[0], data: { text: '\ud800' } }], proof })).toContain('chain form');
});
