import { expect, test } from '@jest/globals';
import type { Month } from '@kvp/stipend';
import fc from 'fast-check';
import { settledBy } from './balance.ts';
import type { DueLine } from './line.ts';
import { Payroll, due } from './testing/run.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as const;
const LAST: Month = '2026-05';

/** What is due of some months, as it is known at one time. */
const picture: fc.Arbitrary<readonly DueLine[]> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...MONTHS), fc.nat(3_000_000), { maxKeys: 5, noNullPrototype: true }),
    fc.dictionary(fc.constantFrom(...MONTHS), fc.nat(100_000), { maxKeys: 3, noNullPrototype: true }),
  )
  .map(([own, agency]) => [...due(own), ...due(agency, 'collectionAgency')]);

/** What happens to a case: the picture changes, a run is made, a line is rejected. */
type Step =
  | { readonly what: 'run'; readonly picture: readonly DueLine[]; readonly share: number; readonly through: Month }
  | { readonly what: 'reject'; readonly line: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    what: fc.constant('run' as const),
    picture,
    share: fc.constantFrom(0, 25, 33, 100),
    through: fc.constantFrom<Month>(...MONTHS),
  }),
  fc.record({ what: fc.constant('reject' as const), line: fc.nat(20) }),
);

function played(steps: readonly Step[]): Payroll {
  const payroll = new Payroll();
  for (const each of steps) {
    if (each.what === 'run') payroll.run(each.through, each.picture, { setOffShare: each.share });
    else {
      const sent = payroll.state.lines.filter(({ status }) => status === 'sent');
      const line = sent[each.line % Math.max(1, sent.length)];
      if (line !== undefined) payroll.reject(line.id);
    }
  }
  return payroll;
}

const sum = (lines: readonly { readonly [field in 'gross']: number }[]): number => lines.reduce((total, { gross }) => total + gross, 0);
const sent = ({ state }: Payroll): number => sum(state.lines.filter(({ status }) => status !== 'rejected'));

test('no line is ever negative, and no set-off takes more than its share', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), picture, fc.integer({ min: 0, max: 100 }), (before, now, share) => {
      const { lines } = played(before).run(LAST, now, { setOffShare: share });
      for (const { gross, due: owed, settledBefore, setOffs } of lines) {
        const taken = setOffs.reduce((total, { amount }) => total + amount, 0);
        expect(gross).toBeGreaterThanOrEqual(0);
        expect(gross + taken).toBe(owed - settledBefore);
        expect(100 * taken).toBeLessThanOrEqual(share * (owed - settledBefore));
      }
    }),
    { numRuns: 500 },
  );
});

test('with nothing new a run pays nothing, whatever has happened before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), picture, fc.constantFrom(0, 25, 100), (before, now, share) => {
      const payroll = played(before);
      const { claims } = payroll.run(LAST, now, { setOffShare: share });
      expect(payroll.run(LAST, now, { setOffShare: share })).toEqual({ lines: [], claims });
    }),
    { numRuns: 500 },
  );
});

test('after a run every month is settled to what is due, and what is more is claimed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), picture, (before, now) => {
      const payroll = played(before);
      const { claims } = payroll.run(LAST, now);
      const settled = settledBy(payroll.state);
      const dues = new Map(now.map((line) => [`${line.month} ${line.payee}`, line.due]));
      for (const [key, { settled: amount }] of settled) {
        const claimed = claims.find((claim) => `${claim.month} ${claim.payee}` === key)?.amount ?? 0;
        expect(amount).toBe((dues.get(key) ?? 0) + claimed);
      }
      const claimed = claims.reduce((total, { amount }) => total + amount, 0);
      expect(sent(payroll)).toBe(now.reduce((total, line) => total + line.due, 0) + claimed);
    }),
    { numRuns: 500 },
  );
});

test('the order in which late facts come does not matter: what was sent, all in all, is the same', () => {
  fc.assert(
    fc.property(picture, picture, picture, (a, b, last) => {
      const totals = [[a, b, last], [b, a, last], [last], [a, last, last]].map((pictures) => {
        const payroll = new Payroll();
        for (const each of pictures) payroll.run(LAST, each);
        // What is left as a claim has been paid too much, in one order more than in the other; what is due is paid in every order.
        const claims = payroll.run(LAST, last).claims.reduce((total, { amount }) => total + amount, 0);
        return sent(payroll) - claims;
      });
      expect(new Set(totals).size).toBe(1);
    }),
    { numRuns: 300 },
  );
});

test('a rejected line is due again: nothing is lost by it', () => {
  fc.assert(
    fc.property(picture, fc.nat(5), (now, which) => {
      const payroll = new Payroll();
      const { lines } = payroll.run(LAST, now);
      const line = lines[which % Math.max(1, lines.length)];
      if (line === undefined) return;
      payroll.reject(line.id);
      expect(payroll.run(LAST, now).lines).toMatchObject([{ month: line.month, payee: line.payee, gross: line.gross }]);
    }),
    { numRuns: 300 },
  );
});
