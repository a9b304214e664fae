import { describe, expect, test } from '@jest/globals';
import type { EventStore, NewEvent } from '@kvp/event-store';
import { OutcomeUnknown } from '@kvp/event-store';
import { verifyChains } from '../verify-chains.ts';
import { readPayments } from './run-files.ts';
import type { RunOutcome } from './run-view.ts';
import { OTHER, PAYER, codesOf, noonOf, payroll, uuid } from './testing/payroll.ts';

// G 124 028 × 2.041 / 260 = 973.6198 a day. February 2025 has 20 weekdays from the 3rd: 19 472.396. March has 21: 20 446.0158.
const FEBRUARY = 1_947_240;
const MARCH = 2_044_602;

const runOf = (outcome: RunOutcome) => {
  if (outcome.kind !== 'run') throw new Error(`It ended as ${JSON.stringify(outcome)}`);
  return outcome;
};

/** The store, with something else happening when payments are appended to. */
const appending = (
  store: EventStore,
  append: (n: number, ...asked: Parameters<EventStore['append']>) => ReturnType<EventStore['append']>,
): EventStore => {
  let appends = 0;
  return {
    description: store.description,
    append: (stream, expected, events: readonly NewEvent[]) =>
      stream.startsWith('payments-') ? append((appends += 1), stream, expected, events) : store.append(stream, expected, events),
    readStream: (...asked) => store.readStream(...asked),
    subscribeAll: (...asked) => store.subscribeAll(...asked),
    subscribeStream: (...asked) => store.subscribeStream(...asked),
    head: store.head.bind(store),
    close: () => store.close(),
  };
};

describe('a payment run', () => {
  test('settles every month that has ended, once, and a second one finds nothing new', async () => {
    const { payments, paying, sent, store } = await payroll(3);
    const first = runOf(await payments.run(paying(1, '2025-03', '2025-04-02')));
    expect(first.run).toMatchObject({ reference: '2025-03-1', status: 'completed', payDate: '2025-04-16', needsApproval: false });
    expect(first.run.totals).toEqual({
      ...{ participants: 3, lines: 6, gross: 3 * (FEBRUARY + MARCH), backPayment: 3 * FEBRUARY },
      ...{ setOff: 0, claims: 0 },
    });
    expect(await sent()).toEqual(
      Array(3).fill([
        ['2025-02', FEBRUARY],
        ['2025-03', MARCH],
      ]),
    );

    const second = runOf(await payments.run(paying(2, '2025-03', '2025-04-03')));
    expect(second.run).toMatchObject({ reference: '2025-03-2', totals: { participants: 0, lines: 0, gross: 0 } });
    expect(await verifyChains(store)).toMatchObject({ faults: [], strangers: [] });
  });

  test('sent twice is carried out once, and answered as the first time', async () => {
    const { payments, paying, sent } = await payroll(2);
    const first = runOf(await payments.run(paying(1, '2025-02', '2025-03-03')));
    const again = runOf(await payments.run(paying(1, '2025-02', '2025-03-03')));
    expect(again).toMatchObject({ repeated: true, run: first.run, events: first.events });
    expect(await sent()).toEqual(Array(2).fill([['2025-02', FEBRUARY]]));
    expect(codesOf(await payments.run(paying(1, '2025-02', '2025-03-03', { kind: 'regulation' })))).toEqual(['key-reused']);
  });

  test('is refused for a month that has not ended, in Norway', async () => {
    const { payments, paying } = await payroll(1);
    expect(codesOf(await payments.run(paying(1, '2025-03', '2025-03-31')))).toEqual(['month-not-ended']);
    expect(codesOf(await payments.run(paying(2, '2025-03', '2025-03-31', { dryRun: true })))).toEqual(['month-not-ended']);
    const atMidnight = { now: Temporal.Instant.from('2025-03-31T22:00:00Z') };
    expect(codesOf(await payments.run(paying(3, '2025-03', '2025-03-31', atMidnight)))).toEqual(['run']);
  });

  test('tried without writing: sums, changes and what is out of the ordinary', async () => {
    const { payments, paying, caseIds, execute, store } = await payroll(2);
    await execute(
      'pause',
      { legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'childcare', from: '2025-03-01', justification: 'Omsorg.' },
      '2025-02-28',
      caseIds[0]!,
    );
    const before = await store.head();
    const outcome = await payments.run(paying(1, '2025-03', '2025-04-01', { dryRun: true }));
    if (outcome.kind !== 'would-run') throw new Error(outcome.kind);
    expect(outcome.report.totals).toMatchObject({ participants: 2, gross: 2 * FEBRUARY + MARCH });
    expect(outcome.report.changes).toEqual([
      { caseId: caseIds[1], before: 0, now: FEBRUARY + MARCH },
      { caseId: caseIds[0], before: 0, now: FEBRUARY },
    ]);
    expect(outcome.report.anomalies).toContainEqual({ caseId: caseIds[0], kind: 'zeroMonth', measure: 0 });
    // March 2025 has 21 weekdays and no named free day; nobody has registered any of them.
    expect(outcome.report.anomalies).toContainEqual({ caseId: caseIds[1], kind: 'attendanceMissing', measure: 21 });
    expect(await store.head()).toBe(before);
  });

  test('a late fact is set off in the next month, and shows as out of the ordinary', async () => {
    const { payments, paying, caseIds, execute, sent } = await payroll(1);
    await payments.run(paying(1, '2025-02', '2025-03-03'));
    await execute('deduct', { date: '2025-02-10', hours: 7.5, noticeGiven: true }, '2025-03-04', caseIds[0]!);
    const { run, report } = runOf(await payments.run(paying(2, '2025-03', '2025-04-01')));
    // One day of 973.6198: 18 498.776 is due for February, 973.62 less than was paid.
    expect(run.totals).toMatchObject({ gross: MARCH - 97_362, setOff: 97_362, claims: 0 });
    expect(report?.anomalyCounts.overpaid).toBe(1);
    expect(await sent()).toEqual([
      [
        ['2025-02', FEBRUARY],
        ['2025-03', MARCH - 97_362],
      ],
    ]);
  });

  test('for one case alone leaves the others', async () => {
    const { payments, paying, caseIds, sent } = await payroll(2);
    const [, second] = caseIds;
    await payments.run(paying(1, '2025-02', '2025-03-03', { caseId: second! }));
    expect(await sent()).toEqual([[], [['2025-02', FEBRUARY]]]);
  });
});

describe('two at once', () => {
  test('runs for the same month: one is carried out, and nobody is paid twice', async () => {
    const { payments, paying, sent } = await payroll(4);
    const outcomes = await Promise.all([1, 2, 3].map((n) => payments.run(paying(n, '2025-02', '2025-03-03'))));
    const carriedOut = outcomes.filter(({ kind }) => kind === 'run');
    expect(carriedOut.length).toBeGreaterThanOrEqual(1);
    expect(outcomes.flatMap(codesOf).every((code) => ['run', 'payment-run-under-way'].includes(code))).toBe(true);
    expect(await sent()).toEqual(Array(4).fill([['2025-02', FEBRUARY]]));
  });

  test('runs for different months: what both could pay is paid by one of them', async () => {
    const { payments, paying, sent } = await payroll(3);
    await Promise.all([payments.run(paying(1, '2025-02', '2025-04-02')), payments.run(paying(2, '2025-03', '2025-04-02'))]);
    for (const lines of await sent())
      expect([...lines].sort()).toEqual([
        ['2025-02', FEBRUARY],
        ['2025-03', MARCH],
      ]);
  });

  test('processes going on with the same run', async () => {
    const { payments, serviceOn, store, paying, sent } = await payroll(4);
    const broken = serviceOn(appending(store, (n, ...asked) => (n > 1 ? Promise.reject(new Error('gone')) : store.append(...asked))));
    await expect(broken.run(paying(1, '2025-02', '2025-03-03'))).rejects.toThrow('gone');
    const name = { municipality: '4204', month: '2025-02', number: 1 } as const;
    const request = { commandId: uuid(9), correlationId: 'test', actor: OTHER, now: noonOf('2025-03-04') };
    const outcomes = await Promise.all([1, 2].map(() => payments.resume(name, request)));
    expect(outcomes.map((outcome) => runOf(outcome).run.totals)).toEqual(Array(2).fill(expect.objectContaining({ participants: 4 })));
    expect(await sent()).toEqual(Array(4).fill([['2025-02', FEBRUARY]]));
  });
});

describe('a run that is broken off', () => {
  test('is under way: no other is opened beside it, and the same command goes on with it', async () => {
    const { payments, serviceOn, store, paying, sent } = await payroll(3);
    const broken = serviceOn(appending(store, (n, ...asked) => (n > 2 ? Promise.reject(new Error('gone')) : store.append(...asked))));
    await expect(broken.run(paying(1, '2025-02', '2025-03-03'))).rejects.toThrow('gone');
    expect(codesOf(await payments.run(paying(2, '2025-02', '2025-03-03')))).toEqual(['payment-run-under-way']);
    expect(runOf(await payments.run(paying(1, '2025-02', '2025-03-03'))).run).toMatchObject({
      status: 'completed',
      totals: { participants: 3 },
    });
    expect(await sent()).toEqual(Array(3).fill([['2025-02', FEBRUARY]]));
  });

  test('an append of which nothing is known is read again, and never written twice', async () => {
    const { serviceOn, store, paying, sent } = await payroll(2);
    const lost = appending(store, async (_n, ...asked) => {
      await store.append(...asked);
      throw new OutcomeUnknown('The store did not answer.');
    });
    expect(runOf(await serviceOn(lost).run(paying(1, '2025-02', '2025-03-03'))).run.totals).toMatchObject({ participants: 2 });
    expect(await sent()).toEqual(Array(2).fill([['2025-02', FEBRUARY]]));
  });

  test('can be stopped between two cases', async () => {
    const { payments, paying } = await payroll(2);
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(payments.run(paying(1, '2025-02', '2025-03-03', { signal: stopped }))).rejects.toThrow('stopped');
    expect(runOf(await payments.run(paying(1, '2025-02', '2025-03-03'))).run.status).toBe('completed');
  });
});

describe('four eyes', () => {
  const APPROVAL = { correlationId: 'test', actor: OTHER, now: noonOf('2025-03-04') };
  const NAME = { municipality: '4204', month: '2025-02', number: 1 } as const;
  const proposed = async (participants = 2) => {
    const all = await payroll(participants);
    const policy = { effectiveFrom: '2025-01-01', paymentRunFourEyes: true } as const;
    const asked = { commandId: uuid(800), correlationId: 'test', actor: PAYER, now: noonOf('2025-01-01') };
    await all.service.setPolicy({ ...asked, municipality: '4204', policy });
    const outcome = runOf(await all.payments.run(all.paying(1, '2025-02', '2025-03-03')));
    return { ...all, outcome };
  };

  test('a run is proposed, and pays nothing until another has approved it', async () => {
    const { payments, outcome, sent } = await proposed();
    expect(outcome).toMatchObject({
      events: ['PaymentRunOpened', 'PaymentRunProposed'],
      run: { status: 'proposed', totals: { gross: 2 * FEBRUARY } },
    });
    expect(await sent()).toEqual([[], []]);
    expect(codesOf(await payments.approve(NAME, { ...APPROVAL, commandId: uuid(2), actor: PAYER }))).toEqual(['own-payment-run']);
    expect(codesOf(await payments.resume(NAME, { ...APPROVAL, commandId: uuid(3) }))).toEqual(['payment-run-awaits-approval']);
    const approved = runOf(await payments.approve(NAME, { ...APPROVAL, commandId: uuid(4) }));
    expect(approved.run).toMatchObject({ status: 'completed', openedBy: PAYER.id, approvedBy: OTHER.id, leftOut: 0 });
    expect(await sent()).toEqual(Array(2).fill([['2025-02', FEBRUARY]]));
    expect(runOf(await payments.approve(NAME, { ...APPROVAL, commandId: uuid(4) }))).toMatchObject({ repeated: true });
    expect(codesOf(await payments.approve(NAME, { ...APPROVAL, commandId: uuid(5) }))).toEqual(['payment-run-not-proposed']);
  });

  test('what has changed since is not approved unseen', async () => {
    const { payments, caseIds, execute, sent } = await proposed();
    await execute('deduct', { date: '2025-02-10', hours: 7.5, noticeGiven: true }, '2025-03-04', caseIds[0]!);
    const outcome = await payments.approve(NAME, { ...APPROVAL, commandId: uuid(4) });
    expect(codesOf(outcome)).toEqual(['payment-run-changed']);
    expect(await sent()).toEqual([[], []]);
  });

  test('sent back it is over, and the next one begins anew', async () => {
    const { payments, paying, sent } = await proposed(1);
    const back = runOf(await payments.giveBack(NAME, 'anomaly', { ...APPROVAL, commandId: uuid(4) }));
    expect(back).toMatchObject({ events: ['PaymentRunReturned'], run: { status: 'returned' } });
    expect(codesOf(await payments.approve(NAME, { ...APPROVAL, commandId: uuid(5) }))).toEqual(['payment-run-not-proposed']);
    expect(runOf(await payments.run(paying(2, '2025-02', '2025-03-05'))).run).toMatchObject({ reference: '2025-02-2', status: 'proposed' });
    expect(await sent()).toEqual([[]]);
  });
});

describe('what payroll answers', () => {
  const NAME = { municipality: '4204', month: '2025-02', number: 1 } as const;
  const ASKED = { correlationId: 'test', actor: PAYER, now: noonOf('2025-03-21') };
  const paid = async () => {
    const all = await payroll(2);
    await all.payments.run(all.paying(1, '2025-02', '2025-03-03'));
    const files = await Promise.all(all.caseIds.map((caseId) => readPayments(all, caseId)));
    const lines = files.map(({ state }) => state.lines[0]!);
    const caseOf = new Map(lines.map(({ id }, index) => [id, all.caseIds[index]!]));
    const statuses = async () =>
      (await Promise.all(all.caseIds.map((caseId) => readPayments(all, caseId)))).map(({ state }) => state.lines[0]?.status);
    const answer = (n: number, answers: Parameters<typeof all.payments.answer>[1]['answers']) =>
      all.payments.answer(NAME, { ...ASKED, commandId: uuid(n), answers, caseOf });
    const confirmed = (index: number, net = 1_400_000) =>
      ({ lineId: lines[index]!.id, gross: lines[index]!.gross, net: net as (typeof lines)[0]['gross'], paidOn: '2025-03-20' }) as const;
    return { ...all, lines, answer, confirmed, statuses };
  };

  test('confirms and rejects by the line, and a rejected one is due again', async () => {
    const { answer, confirmed, lines, statuses, payments, paying, sent } = await paid();
    const outcome = runOf(await answer(2, [confirmed(0), { lineId: lines[1]!.id, rejected: 'accountClosed', on: '2025-03-20' }]));
    expect(outcome.run.answers).toBe(1);
    expect(await statuses()).toEqual(['confirmed', 'rejected']);
    await payments.run(paying(3, '2025-02', '2025-03-24'));
    expect(await sent()).toEqual(Array(2).fill([['2025-02', FEBRUARY]]));
  });

  test('the same file twice is taken once', async () => {
    const { answer, confirmed, store } = await paid();
    await answer(2, [confirmed(0), confirmed(1)]);
    const head = await store.head();
    expect(runOf(await answer(3, [confirmed(0), confirmed(1)])).repeated).toBe(true);
    expect(await store.head()).toBe(head);
  });

  test('nothing of a file is taken when one line of it is wrong, and every wrong line is named', async () => {
    const { answer, confirmed, lines, statuses } = await paid();
    const unknown = { ...confirmed(0), lineId: 'f'.repeat(32) };
    const outcome = await answer(2, [confirmed(0), unknown, { ...confirmed(1), gross: 1 as never, net: 1 as never }, confirmed(0)]);
    expect(codesOf(outcome)).toEqual(['payment-line-twice-in-file', 'payment-line-unknown', 'payment-line-other-amount']);
    expect(outcome).toMatchObject({ refusals: [{ message: expect.stringContaining('Linje 4') as unknown }, {}, {}] });
    expect(await statuses()).toEqual(['sent', 'sent']);
    expect(codesOf(await answer(3, [confirmed(0, lines[0]!.gross + 1)]))).toEqual(['net-above-gross']);
    await answer(4, [confirmed(0)]);
    expect(codesOf(await answer(5, [confirmed(0), confirmed(1)]))).toEqual(['payment-line-confirmed-already']);
    await answer(6, [{ lineId: lines[0]!.id, rejected: 'returnedByBank', on: '2025-03-21' }]);
    expect(codesOf(await answer(7, [confirmed(0, 1_300_000)]))).toEqual(['payment-line-rejected-already']);
  });
});
