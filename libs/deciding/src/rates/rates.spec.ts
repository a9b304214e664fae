import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { Actor, AnnounceRate } from '@kvp/lifecycle';
import { ratesAt } from '@kvp/rulebook';
import { openHouse } from '../testing/house.ts';
import { createRegisterFiles } from '../register/register-files.ts';
import { type KnownRates, createRates, ratesBook } from './rates.ts';

const DRIFT: Actor = { id: 'drift', role: 'operations', municipality: '4204', office: '1001' };
const G: AnnounceRate = { kind: 'G', effectiveFrom: '2026-11-01', knownFrom: '2026-11-20', value: '140000', source: 'FOR-2026' };

function house() {
  const opened = openHouse();
  const announce = (n: number, rate: Partial<AnnounceRate> = {}, on = '2026-11-23') =>
    opened.service.announceRate({ ...opened.request(n, 'rate', {}, on), actor: DRIFT, rate: { ...G, ...rate } });
  const withdraw = (n: number, announcement: number, on = '2026-11-24') =>
    opened.service.withdrawRate({ ...opened.request(n, 'rate', {}, on), actor: DRIFT, withdrawal: { announcement, reason: 'feil' } });
  return { ...opened, announce, withdraw };
}

const gOn = (day: string, { announced }: KnownRates, knownAt?: string): string =>
  ratesAt(date(day), knownAt === undefined ? undefined : date(knownAt), announced).G.value.numerator.toString();

test('an announced rate counts at once, names who and when, and is named by every event that follows', async () => {
  const { service, announce, apply, store } = house();
  await apply(1, 0);
  expect(await announce(2)).toMatchObject({ kind: 'accepted', revision: 0, events: [{ event: { data: { provision: 'FTL § 1-4' } } }] });
  const book = await service.rates.book();
  expect(book).toMatchObject({
    revision: '2026-07-02+1',
    rows: [{ row: { value: '140000' }, announcedBy: { id: 'drift', role: 'operations' }, announcedAt: '2026-11-23T10:00:00.000Z' }],
  });
  expect([gOn('2026-10-31', book), gOn('2026-11-01', book)]).toEqual(['136549', '140000']);
  // Known on the 20th, announced on the 23rd: nothing was computed from it before.
  expect([gOn('2026-11-01', book, '2026-11-22'), gOn('2026-11-01', book, '2026-11-23')]).toEqual(['136549', '140000']);

  const second = await apply(3, 1);
  const laws = [];
  for await (const { metadata } of store.readStream(`case-${second.kind === 'accepted' ? second.caseId : ''}`)) laws.push(metadata['law']);
  expect(laws).toMatchObject([{ ratesRevision: '2026-07-02+1' }]);
});

test('a repeat is the same announcement, and another with its key is refused', async () => {
  const { announce, service } = house();
  const first = await announce(1);
  expect(await announce(1)).toEqual({ ...first, repeated: true });
  expect(await announce(1, { value: '141000' })).toEqual({ kind: 'key-reused' });
  expect(await announce(2)).toMatchObject({ kind: 'accepted', events: [] });
  expect((await service.rates.book()).rows).toHaveLength(1);
});

test('what stands otherwise is refused, and nothing is written', async () => {
  const { announce, service } = house();
  await announce(1);
  expect(await announce(2, { value: '141000' })).toMatchObject({ kind: 'refused', refusals: [{ code: 'rate-disagrees-with-announced' }] });
  expect(await announce(3, { effectiveFrom: '2026-05-01' })).toMatchObject({ refusals: [{ code: 'rate-disagrees-with-release' }] });
  expect((await service.rates.book()).revision).toBe('2026-07-02+1');
});

test('a wrong announcement is withdrawn; each revision still says what counted then', async () => {
  const { announce, withdraw, service } = house();
  await announce(1);
  await withdraw(2, 0);
  await announce(3, { value: '141000' }, '2026-11-25');
  const book = await service.rates.book();
  const day = '2026-12-01';
  expect(['2026-07-02', '2026-07-02+1', '2026-07-02+2', '2026-07-02+3'].map((revision) => gOn(day, book.asOf(revision)))).toEqual([
    ...['136549', '140000', '136549', '141000'],
  ]);
  const apart = ['2026-07-02', '2026-07-02+1', '2026-07-02+2', '2026-07-02+3'].map((revision) => book.firstApart(revision)?.toString());
  expect(apart).toEqual([...Array<string>(3).fill('2026-11-01'), undefined]);
  expect([book.firstApart('2026-07-02+3'), book.firstApart('2025-07-02'), book.firstApart('2026-07-02+4')]).toEqual([
    null,
    undefined,
    undefined,
  ]);
  expect(gOn(day, book, '2026-11-23')).toBe('140000');
  expect(() => book.asOf('2026-07-02+4')).toThrow(RangeError);
});

test('what another process announced is read when its revision is named', async () => {
  const { service, announce, store, keys } = house();
  await service.rates.book();
  const other = createRates(createRegisterFiles(store, keys, () => 0));
  expect((await other.book()).revision).toBe('2026-07-02');
  await announce(1);
  expect((await other.book()).revision).toBe('2026-07-02');
  expect((await other.book('2026-07-02+1')).revision).toBe('2026-07-02+1');
});

test('a payment reads the rates as the log has them now', async () => {
  const { announce, store, keys } = house();
  const other = createRates(createRegisterFiles(store, keys, () => 0));
  await other.book();
  await announce(1);
  expect((await other.now()).revision).toBe('2026-07-02+1');
  expect((await other.book()).revision).toBe('2026-07-02+1');
});

test('a release that ships another value than was announced says so before anything is computed', () => {
  const event = (data: object) => ({ event: { type: 'RateAnnounced', version: 1, data, personal: null } }) as never;
  const metadata = { metadata: { actor: DRIFT, recordedAt: '2026-11-23T10:00:00.000Z' } };
  const announced = { ...(event({ ...G, effectiveFrom: '2026-05-01', provision: 'FTL § 1-4' }) as object), ...metadata } as never;
  expect(() => ratesBook([announced])).toThrow(/G from 2026-05-01: 140000, not 136549/);
});
