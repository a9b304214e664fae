import { describe, expect, test } from '@jest/globals';
import { ore } from '@kvp/money';
import { settledBy } from './balance.ts';
import { Payroll, due, inShort } from './testing/run.ts';

describe('a payment run', () => {
  test('pays every month up to its own, and not the one after', () => {
    const outcome = new Payroll().run('2026-06', due({ '2026-05': 2_251_010, '2026-06': 2_358_201, '2026-07': 2_465_392 }));
    expect(inShort(outcome)).toEqual([
      ['2026-05', 2_251_010],
      ['2026-06', 2_358_201],
    ]);
    expect(outcome.lines.map(({ noWithholding }) => noWithholding)).toEqual([false, true]);
    expect(outcome.claims).toEqual([]);
  });

  test('pays nothing when there is nothing new', () => {
    const payroll = new Payroll();
    const months = due({ '2026-05': 2_251_010, '2026-06': 0 });
    payroll.run('2026-06', months);
    expect(payroll.run('2026-06', months)).toEqual({ lines: [], claims: [] });
  });

  test('a new G: May 2026 was paid on the old one, and the difference of § 5.9 is paid to the øre', () => {
    // Rulebook § 5.9: 21 weekdays, paid 21 456.88, due 22 510.10: 1 053.22.
    const payroll = new Payroll();
    payroll.run('2026-05', due({ '2026-05': 2_145_688 }));
    expect(inShort(payroll.run('2026-06', due({ '2026-05': 2_251_010, '2026-06': 2_358_201 })))).toEqual([
      ['2026-05', 105_322],
      ['2026-06', 2_358_201],
    ]);
  });

  test('a regulation pays what a new rate adds to months that were settled, and leaves the others to their own run', () => {
    const payroll = new Payroll();
    payroll.run('2026-05', due({ '2026-05': 2_145_688 }));
    const months = due({ '2026-05': 2_251_010, '2026-06': 2_358_201 });
    expect(inShort(payroll.run('2026-06', months, { settledMonthsOnly: true }))).toEqual([['2026-05', 105_322]]);
  });

  test('each payee has a line of its own', () => {
    const outcome = new Payroll().run('2026-05', [...due({ '2026-05': 18_500 }, 'collectionAgency'), ...due({ '2026-05': 2_000_000 })]);
    expect(outcome.lines.map(({ payee, gross }) => [payee, gross])).toEqual([
      ['participant', 2_000_000],
      ['collectionAgency', 18_500],
    ]);
    expect(new Set(outcome.lines.map(({ id }) => id)).size).toBe(2);
  });

  test('its lines are called the same at every try, and otherwise in every other run', () => {
    const idsOf = (...runs: number[]) => runs.map(() => new Payroll().run('2026-05', due({ '2026-05': 100 })).lines[0]?.id);
    const [first, again] = idsOf(1, 2);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(new Payroll().run('2026-05', due({ '2026-05': 100 }), { runId: 'other' }).lines[0]?.id).not.toBe(first);
  });
});

describe('too much paid', () => {
  // March was paid as 20 000.00, and a late deduction makes it 19 000.00.
  const overpaid = (): Payroll => {
    const payroll = new Payroll();
    payroll.run('2026-03', due({ '2026-03': 2_000_000 }));
    return payroll;
  };

  test('is set off in what is paid next, and is then no claim any more', () => {
    const payroll = overpaid();
    const outcome = payroll.run('2026-04', due({ '2026-03': 1_900_000, '2026-04': 2_100_000 }));
    expect(inShort(outcome)).toEqual([['2026-04', 2_000_000, '2026-03: 100000']]);
    expect(outcome.claims).toEqual([]);
    expect([...settledBy(payroll.state).values()].map(({ settled }) => settled)).toEqual([1_900_000, 2_100_000]);
  });

  test('takes no more than the share that the municipality has settled, rounded down', () => {
    const outcome = overpaid().run('2026-04', due({ '2026-03': 0, '2026-04': 1_001 }), { setOffShare: 25 });
    // 25 % of 10.01 kroner is 2.5025: 2.50 is taken, 7.51 is paid, and 20 000.00 − 2.50 stays a claim.
    expect(inShort(outcome)).toEqual([['2026-04', 751, '2026-03: 250']]);
    expect(outcome.claims).toEqual([{ month: '2026-03', payee: 'participant', amount: 1_999_750 }]);
  });

  test('never makes a line negative: what is left stays a claim', () => {
    const payroll = overpaid();
    const outcome = payroll.run('2026-04', due({ '2026-03': 0, '2026-04': 500_000 }));
    expect(inShort(outcome)).toEqual([['2026-04', 0, '2026-03: 500000']]);
    expect(outcome.claims).toEqual([{ month: '2026-03', payee: 'participant', amount: 1_500_000 }]);
    expect(payroll.state.lines.at(-1)?.status).toBe('setOff');
  });

  test('with nothing to pay it stays a claim, and nothing is written', () => {
    const payroll = overpaid();
    expect(payroll.run('2026-04', due({ '2026-03': 1_900_000 }))).toEqual({
      lines: [],
      claims: [{ month: '2026-03', payee: 'participant', amount: 100_000 }],
    });
  });

  test('a month that is no longer in the schedule is overpaid with all that was paid for it', () => {
    expect(overpaid().run('2026-04', [])).toMatchObject({ claims: [{ month: '2026-03', amount: 2_000_000 }] });
  });

  test('is not taken from another payee', () => {
    const payroll = overpaid();
    const outcome = payroll.run('2026-04', [...due({ '2026-03': 0 }), ...due({ '2026-04': 81_400 }, 'collectionAgency')]);
    expect(inShort(outcome)).toEqual([['2026-04', 81_400]]);
    expect(outcome.claims).toMatchObject([{ payee: 'participant', amount: 2_000_000 }]);
  });

  test('a share of 0 takes nothing', () => {
    const outcome = overpaid().run('2026-04', due({ '2026-03': 0, '2026-04': 1_000 }), { setOffShare: 0 });
    expect(inShort(outcome)).toEqual([['2026-04', 1_000]]);
    expect(outcome.claims).toMatchObject([{ amount: 2_000_000 }]);
  });
});

describe('a rejected line', () => {
  test('is due again in the next run', () => {
    const payroll = new Payroll();
    const months = due({ '2026-05': 2_251_010 });
    const [line] = payroll.run('2026-05', months).lines;
    payroll.reject(line!.id);
    const again = payroll.run('2026-06', months);
    expect(inShort(again)).toEqual([['2026-05', 2_251_010]]);
    expect(again.lines[0]?.id).not.toBe(line!.id);
  });

  test('takes its set-offs back with it', () => {
    const payroll = new Payroll();
    payroll.run('2026-03', due({ '2026-03': 2_000_000 }));
    const months = due({ '2026-03': 1_900_000, '2026-04': 2_100_000 });
    const [line] = payroll.run('2026-04', months).lines;
    payroll.reject(line!.id);
    expect(inShort(payroll.run('2026-04', months))).toEqual([['2026-04', 2_000_000, '2026-03: 100000']]);
  });

  test('of the month that was paid too much for: the participant still gets what is due, all in all', () => {
    const payroll = new Payroll();
    const [march] = payroll.run('2026-03', due({ '2026-03': 2_000_000 })).lines;
    const months = due({ '2026-03': 1_900_000, '2026-04': 2_100_000 });
    payroll.run('2026-04', months);
    payroll.reject(march!.id);
    // 21 000.00 − 1 000.00 was paid for April, and nothing for March; due are 19 000.00 + 21 000.00: 20 000.00 is missing.
    expect(inShort(payroll.run('2026-04', months))).toEqual([['2026-03', 2_000_000]]);
    expect(payroll.state.lines.filter(({ status }) => status === 'sent').reduce((sum, { gross }) => sum + gross, 0)).toBe(ore(4_000_000));
  });
});
