import { expect, test } from '@jest/globals';
import { type ChainedEvent, GENESIS, chainFault, eventHash } from './chain.ts';

const sealedEvent = (
  revision: number,
  previousHash: string,
  data: object = { day: '2026-01-05' },
): ChainedEvent & { metadata: { hash: string } } => {
  const draft = {
    stream: 'case-1',
    revision,
    type: 'ProgrammeStarted',
    version: 1,
    data,
    sealed: null,
    metadata: { actor: 'a', previousHash },
  };
  return { ...draft, metadata: { ...draft.metadata, hash: eventHash(draft) } };
};

test('a stream whose events follow each other has no fault', () => {
  const first = sealedEvent(0, GENESIS);
  const second = sealedEvent(1, first.metadata.hash);
  expect(chainFault(null, first)).toBeNull();
  expect(chainFault({ revision: 0, hash: first.metadata.hash }, second)).toBeNull();
});

test('a changed fact, a removed event and a replaced predecessor are each named', () => {
  const first = sealedEvent(0, GENESIS);
  const second = sealedEvent(1, first.metadata.hash);
  expect(chainFault(null, { ...first, data: { day: '2026-01-06' } })).toEqual({ stream: 'case-1', revision: 0, fault: 'hash-differs' });
  expect(chainFault(null, second)).toEqual({ stream: 'case-1', revision: 1, fault: 'revision-missing' });
  const other = sealedEvent(0, GENESIS, { day: '2026-01-07' });
  expect(chainFault({ revision: 0, hash: other.metadata.hash }, second)).toEqual({
    stream: 'case-1',
    revision: 1,
    fault: 'previous-hash-differs',
  });
});

test('the hash covers everything but itself', () => {
  const event = sealedEvent(0, GENESIS);
  const changes: Partial<ChainedEvent>[] = [
    { stream: 'case-2' },
    { revision: 1 },
    { type: 'X' },
    { version: 2 },
    { data: {} },
    { sealed: {} },
  ];
  for (const change of changes) expect(eventHash({ ...event, ...change })).not.toBe(event.metadata.hash);
  expect(eventHash({ ...event, metadata: { ...event.metadata, hash: 'other' } })).toBe(event.metadata.hash);
});
