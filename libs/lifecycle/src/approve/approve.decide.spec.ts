import { describe, expect, test } from '@jest/globals';
import { EVERYTHING, lastProposal, proposed } from '../four-eyes/testing.ts';
import { applied, approve, extend, extended, given, grant, granted, started, terminated } from '../testing/index.ts';

const year = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const asked = extend({ to: '2026-01-07', justification: 'Trenger mer tid.' });
const drafted = proposed(year, asked, 'kari', { today: '2024-12-16' });
const approval = approve({ proposal: lastProposal(drafted) });
const byBo = (today: string) => ({ today, policy: EVERYTHING, by: 'bo' });

const settledBy = (type: string, personal: object | null = null) =>
  [...drafted, { type, version: 1, data: { proposal: lastProposal(drafted), settledOn: '2024-12-17' }, personal }] as const;

describe('approve', () => {
  test('makes the decision, as it would have been without four eyes', () => {
    const alone = given(...year).when(asked, { today: '2024-12-16' }).decision.events ?? [];
    expect(alone).toHaveLength(1);
    const { decision } = given(...drafted).when(approval, byBo('2024-12-16'));
    expect(decision.events).toEqual([
      { type: 'DecisionApproved', version: 1, data: { proposal: 3, settledOn: '2024-12-16' }, personal: null },
      ...alone,
    ]);
  });

  test('dates the decision by the day of the approval', () => {
    given(...drafted)
      .when(approval, byBo('2024-12-18'))
      .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended', data: { decidedOn: '2024-12-18', to: '2026-01-07' } });
    const dated = proposed(year, extend({ decidedOn: '2024-12-16', to: '2026-01-07' }), 'kari', { today: '2024-12-16' });
    given(...dated)
      .when(approve({ proposal: lastProposal(dated) }), byBo('2024-12-18'))
      .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended', data: { decidedOn: '2024-12-18' } });
  });

  test('lets a decision that was made before it was proposed keep its own day', () => {
    const backdated = extend({ decidedOn: '2024-12-10', to: '2026-01-07', backdatingReason: 'Fattet på papir.' });
    const late = proposed(year, backdated, 'kari', { today: '2025-01-20' });
    given(...late)
      .when(approve({ proposal: lastProposal(late) }), byBo('2025-01-22'))
      .then(
        { type: 'DecisionApproved' },
        {
          type: 'ProgrammeExtended',
          data: { decidedOn: '2024-12-10', afterLapse: false },
          personal: { backdatingReason: 'Fattet på papir.' },
        },
      );
  });

  test('does not ask whether the policy still wants four eyes', () => {
    given(...drafted)
      .when(approval, { today: '2024-12-18', by: 'bo' })
      .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended' });
  });

  test('is refused to the author', () => {
    given(...drafted)
      .when(approval, { ...byBo('2024-12-18'), by: 'kari' })
      .thenRefused('drafted-by-approver');
  });

  test('is refused to whoever drafted an earlier version, returned or withdrawn, and to nobody else', () => {
    for (const returned of [settledBy('DecisionReturned', { reason: 'Begrunn.' }), settledBy('ProposalWithdrawn')]) {
      const again = proposed(returned, extend({ to: '2025-12-31' }), 'ola', { today: '2024-12-17' });
      const second = approve({ proposal: lastProposal(again) });
      expect(given(...again).state.proposals.at(-1)).toMatchObject({ replaces: lastProposal(drafted), drafters: ['kari', 'ola'] });
      for (const by of ['kari', 'ola'])
        given(...again)
          .when(second, { ...byBo('2024-12-18'), by })
          .thenRefused('drafted-by-approver');
      given(...again)
        .when(second, byBo('2024-12-18'))
        .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended', data: { to: '2025-12-31' } });
    }
  });

  test('the next decision of the kind is another matter: who drafted the one before may approve it', () => {
    const done = [...drafted, ...(given(...drafted).when(approval, byBo('2024-12-16')).decision.events ?? [])];
    const reasons = { necessary: true, progress: true, workProbable: true };
    const next = proposed(done, extend({ to: '2026-06-30', specialReasons: reasons }), 'bo', { today: '2025-12-15' });
    expect(given(...next).state.proposals.at(-1)).toMatchObject({ replaces: null, drafters: ['bo'] });
    given(...next)
      .when(approve({ proposal: lastProposal(next) }), { today: '2025-12-16', by: 'kari' })
      .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended', data: { withSpecialReasons: true } });
  });

  test.each([
    ['DecisionApproved', null],
    ['DecisionReturned', { reason: 'Begrunn.' }],
    ['ProposalWithdrawn', null],
  ])('is refused after %s', (type, personal) => {
    given(...settledBy(type, personal))
      .when(approval, byBo('2024-12-18'))
      .thenRefused('proposal-settled');
  });

  test.each([0, 2, 4, 999])('is refused of revision %d, which is no proposal', (proposal) => {
    given(...drafted)
      .when(approve({ proposal }), byBo('2024-12-18'))
      .thenRefused('proposal-not-found');
  });

  /*
   * decided until 7 January; proposed 16 December       7 Jan: still in time   8 Jan: after a lapse
   */
  test('is refused when time has made it another decision: the last day in time, and the day after', () => {
    given(...drafted)
      .when(approval, byBo('2025-01-07'))
      .then({ type: 'DecisionApproved' }, { type: 'ProgrammeExtended', data: { afterLapse: false } });
    const { decision, thenRefused } = given(...drafted).when(approval, byBo('2025-01-08'));
    thenRefused('outcome-differs');
    expect(decision.refusals?.[0]?.message).toContain('ProgrammeExtended.afterLapse');
  });

  test('is refused when the case has moved: another extension came in between', () => {
    const moved = [...drafted, extended({ decidedOn: '2024-12-17', from: '2025-01-08', to: '2025-06-30' })];
    const { decision, thenRefused } = given(...moved).when(approval, byBo('2024-12-18'));
    thenRefused('outcome-differs');
    expect(decision.refusals?.[0]?.message).toContain('ProgrammeExtended.from');
  });

  test('is refused when the decision can no longer be made, and says why', () => {
    given(...drafted, terminated({ decidedOn: '2024-12-17', lastDay: '2024-12-17' }))
      .when(approval, byBo('2024-12-18'))
      .thenRefused('proposal-no-longer-possible', 'not-in-programme');
    const waiting = proposed([applied()], grant({ from: '2025-02-03', to: '2026-02-02' }), 'kari', { today: '2025-01-20' });
    given(...waiting, granted({ from: '2025-02-03', to: '2026-02-02' }))
      .when(approve({ proposal: lastProposal(waiting) }), byBo('2025-01-21'))
      .thenRefused('proposal-no-longer-possible', 'application-already-decided');
  });

  test('is refused where there is no case', () => {
    given()
      .when(approve({ proposal: 0 }), byBo('2024-12-18'))
      .thenRefused('case-not-found');
  });
});
