import { describe, expect, test } from '@jest/globals';
import { appeal, claimCosts, forwardedInJune, given, lived, notified, reconsider, registerOutcome, turnedDown } from '../testing/index.ts';
import { costsClaimed } from './claim-costs.events.ts';

/** Changed by the office: the decision is revision 5, and notice of it arrived on Wednesday 19 February 2025. */
const changed = lived(turnedDown, appeal({ receivedOn: '2025-02-10' }), reconsider({ decidedOn: '2025-02-17', outcome: 'changed' }));
const told = [...changed, notified(5, '2025-02-19', { kind: 'reconsideration' })];

describe('claimCosts (FVL § 36)', () => {
  test('within three weeks of notice of the new decision, the last day inside; a late claim is registered as late', () => {
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-12', claim: 'Advokat.' }))
      .then({ type: 'CostsClaimed', data: { appeal: 1, deadline: '2025-03-12', late: false }, personal: { claim: 'Advokat.' } });
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-13' }))
      .then({ type: 'CostsClaimed', data: { late: true } });
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-13', postedOn: '2025-03-12' }))
      .then({ type: 'CostsClaimed', data: { late: false, postedOn: '2025-03-12' } });
  });

  test('without notice the time has not begun to run, and the trail says so', () => {
    const { decision, then } = given(...changed).when(claimCosts({ receivedOn: '2025-06-02' }));
    then({ type: 'CostsClaimed', data: { late: false } });
    expect(decision.events?.[0]?.data).not.toHaveProperty('deadline');
    expect(costsClaimed.audit(decision.events?.[0] as never)).toContain('fristen kan ikke regnes ut.');
  });

  test('of what statsforvalteren changed too, and of nothing that was not changed in favour of the party', () => {
    const sent = forwardedInJune(turnedDown, '2025-02-10');
    const outcome = (facts: object) => registerOutcome({ decidedOn: '2025-07-01', outcome: 'changed', arrivedOn: '2025-07-03', ...facts });
    const done = (facts: object) => given(...lived(sent, [outcome(facts), { today: '2025-07-03' }]));
    // Thursday 3 July: Thursday 24 July.
    done({})
      .when(claimCosts({ receivedOn: '2025-07-24' }))
      .then({ type: 'CostsClaimed', data: { deadline: '2025-07-24', late: false } });
    done({ outcome: 'confirmed' })
      .when(claimCosts({ receivedOn: '2025-07-24' }))
      .thenRefused('nothing-changed-in-favour');
    done({ toDetriment: true, detrimentNoticeOn: '2025-05-10' })
      .when(claimCosts({ receivedOn: '2025-07-24' }))
      .thenRefused('nothing-changed-in-favour');
  });

  test('not before the change, not from tomorrow, not of an appeal that is not there; the same claim once', () => {
    given(...told)
      .when(claimCosts({ receivedOn: '2025-02-16' }))
      .thenRefused('claimed-before-change');
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-04' }), { today: '2025-03-03' })
      .thenRefused('date-in-future');
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-03', postedOn: '2025-03-04' }))
      .thenRefused('posted-after-received');
    given(...told)
      .when(claimCosts({ receivedOn: '2025-03-03', appeal: 2 }))
      .thenRefused('appeal-not-found');
    given(...turnedDown)
      .when(claimCosts({ receivedOn: '2025-03-03' }))
      .thenRefused('nothing-changed-in-favour');
    given(...lived(told, claimCosts({ receivedOn: '2025-03-03' })))
      .when(claimCosts({ receivedOn: '2025-03-03' }))
      .then();
  });
});
