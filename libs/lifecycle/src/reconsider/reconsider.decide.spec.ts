import { describe, expect, test } from '@jest/globals';
import { iso } from '@kvp/calendar';
import type { DomainEvent } from '../kernel/event.ts';
import {
  type Asked,
  appeal,
  applied,
  contextOn,
  given,
  grant,
  granted,
  interrupted,
  lived,
  notified,
  reconsider,
  rejected,
  reverse,
  started,
  stateAfter,
  stateBy,
  terminated,
  withdrawAppeal,
} from '../testing/index.ts';

/** 0 application, 1 rejection, 2 notice: the time to appeal is out on 12 February 2026. */
const turnedDown = [applied({ receivedOn: '2026-01-05' }), rejected('2026-01-19'), notified(1, '2026-01-22')];
const appealed = (facts: object = {}, history: readonly DomainEvent[] = turnedDown): readonly DomainEvent[] =>
  lived(history, appeal({ receivedOn: '2026-02-02', ...facts }));

const statuses = (history: readonly DomainEvent[]) => stateAfter(history).appeals.map(({ status }) => status);

describe('what the office comes to (FVL § 33)', () => {
  test('changed in full: the appeal is closed, the rejection undone, and the application waits for its grant with its dates', () => {
    const history = lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'changed' }));
    expect(history.at(-1)).toMatchObject({
      type: 'DecisionChanged',
      data: {
        outcome: 'changed',
        effects: [{ decision: 1, kind: 'rejection', undone: true, effectiveFrom: '2026-01-19', order: ['grant'], binding: true }],
      },
    });
    expect(statuses(history)).toEqual(['closed']);
    const { rejection, decisions, appeals } = stateAfter(history);
    expect([rejection, decisions.map(({ kind, undoneBy }) => [kind, undoneBy])]).toEqual([
      null,
      [
        ['rejection', 5],
        ['reconsideration', null],
      ],
    ]);
    expect(appeals[0]?.orders).toMatchObject([{ kind: 'rejection', by: ['grant'], binding: true, carriedOutIn: null }]);
    // Six months from 5 January.
    given(...history)
      .when(grant({ decidedOn: '2026-02-23', from: '2026-07-05', to: '2027-07-04' }))
      .then({ type: 'ProgrammeGranted', data: { appeal: 1, startBy: '2026-07-05' } }, { type: 'StipendAwarded' });
    given(...history)
      .when(grant({ decidedOn: '2026-02-23', from: '2026-07-06', to: '2027-07-05' }))
      .thenRefused('starts-too-late');
    given(...history)
      .when(grant({ decidedOn: '2026-02-15', from: '2026-03-02', to: '2027-03-01' }))
      .thenRefused('decided-before-outcome');
  });

  test('a decision that carries out the outcome says of which appeal it is, and may pass a limit by reference to it alone', () => {
    const history = lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'changed' }));
    const late = { decidedOn: '2026-07-13', from: '2026-08-03', to: '2027-08-02' } as const;
    given(...history)
      .when(grant({ ...late, orderReference: 'Klagevedtak 16.02.2026, FVL § 33' }))
      .then({ type: 'ProgrammeGranted', data: { appeal: 1, passesLimits: true } }, { type: 'StipendAwarded' });
    given(applied({ receivedOn: '2026-01-05' }))
      .when(grant({ ...late, orderReference: 'Klagevedtak' }))
      .thenRefused('starts-too-late', 'nothing-ordered');
    const done = stateAfter(lived(history, grant({ decidedOn: '2026-02-23', from: '2026-03-02', to: '2027-03-01' })));
    expect(done.appeals[0]?.orders[0]).toMatchObject({ carriedOutIn: 6 });
    expect(done.decisions.at(-1)).toMatchObject({ kind: 'grant', carriesOut: 1 });
  });

  test('in part: what is named is changed, the rest is to be forwarded', () => {
    const paused = [
      ...[applied({ receivedOn: '2025-12-01' }), granted({ decidedOn: '2025-12-15', from: '2026-01-05', to: '2027-01-04' })],
      ...[started('2026-01-05'), interrupted({ decidedOn: '2026-02-02', from: '2026-02-09' }), notified(3, '2026-02-04')],
      ...[terminated({ decidedOn: '2026-03-02', lastDay: '2026-03-06' }), notified(5, '2026-03-04')],
    ];
    const both = lived(paused, appeal({ receivedOn: '2026-03-09', decisions: [3, 5] }));
    const history = lived(both, reconsider({ decidedOn: '2026-03-16', outcome: 'partly', decisions: [3], takenLate: 'notToBlame' }));
    expect(statuses(history)).toEqual(['upheld']);
    expect(stateAfter(history).pauses).toEqual([]);
    expect(String(stateAfter(history).end?.lastDay)).toBe('2026-03-06');
    given(...both)
      .when(reconsider({ decidedOn: '2026-03-16', outcome: 'partly', decisions: [1], takenLate: 'notToBlame' }))
      .thenRefused('decision-not-appealed');
  });

  test('a part of one decision: a new decision says which, whatever it is', () => {
    const history = lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'partly' }));
    expect(stateAfter(history).appeals[0]?.orders).toMatchObject([{ decision: 1, by: [], binding: true }]);
    expect(stateAfter(history).rejection).not.toBeNull();
  });

  test('upheld: to be forwarded', () => {
    const history = lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'upheld', discretion: 'Ikke noe fritt skjønn.' }));
    expect(history.at(-1)).toMatchObject({ type: 'DecisionUpheld', personal: { discretion: 'Ikke noe fritt skjønn.' } });
    expect(statuses(history)).toEqual(['upheld']);
  });
});

describe('an appeal that came too late (FVL § 31)', () => {
  const late = appealed({ receivedOn: '2026-02-13' });

  test('is taken for a reason that is given, or dismissed', () => {
    given(...late)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld', takenLate: 'notToBlame' }))
      .then({ type: 'DecisionUpheld', data: { takenLate: 'notToBlame' } });
    const { definition, body } = reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' });
    const { takenLate: _filledIn, ...bare } = body as { takenLate?: string };
    given(...late)
      .when({ definition, body: bare })
      .thenRefused('late-appeal-reasons-required');
    const dismissed = lived(late, reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }));
    expect(dismissed.at(-1)).toMatchObject({ type: 'AppealDismissed', data: { grounds: ['late'] } });
    expect(statuses(dismissed)).toEqual(['dismissed']);
  });

  test('more than a year after the decision it can only be dismissed', () => {
    const years = appealed({ receivedOn: '2027-01-20' });
    for (const outcome of ['upheld', 'changed', 'partly'] as const)
      given(...years)
        .when(reconsider({ decidedOn: '2027-02-01', outcome }))
        .thenRefused('appeal-too-late');
    given(...years)
      .when(reconsider({ decidedOn: '2027-02-01', outcome: 'dismissed' }))
      .then({ type: 'AppealDismissed' });
  });

  test('one that is in time is not dismissed as if it were not', () => {
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }))
      .thenRefused('nothing-to-dismiss-for');
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed', dismissalGround: 'late' }))
      .thenRefused('nothing-to-dismiss-for');
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed', dismissalGround: 'noLegalInterest' }))
      .then({ type: 'AppealDismissed', data: { grounds: ['noLegalInterest'] } });
  });

  test('is measured by what is known of the notice when it is looked at', () => {
    // Registered as in time on the first notice; that one turns out to have arrived a week before.
    const corrected = [...appealed({ receivedOn: '2026-02-12' }), notified(1, '2026-01-15', { arrivedOn: '2026-01-19' })];
    given(...corrected)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }))
      .then(
        { type: 'AppealDismissed', data: { grounds: ['late'] } },
        { type: 'DeadlineAssessed', data: { deadline: '2026-02-09', verdict: 'late-may-be-taken' } },
      );
  });
});

test('a dismissal is appealed itself, and changed it opens the appeal again', () => {
  const dismissed = lived(appealed({ receivedOn: '2026-02-13' }), reconsider({ decidedOn: '2026-02-16', outcome: 'dismissed' }));
  given(...dismissed)
    .when(appeal({ receivedOn: '2026-02-23', decision: 1 }))
    .thenRefused('appeal-the-dismissal');
  const against = lived(dismissed, appeal({ receivedOn: '2026-02-23' }));
  expect(against.at(-2)).toMatchObject({ type: 'AppealReceived', data: { decisions: [{ kind: 'appealDismissal' }] } });
  const changed = lived(against, reconsider({ decidedOn: '2026-03-02', outcome: 'changed' }));
  expect(statuses(changed)).toEqual(['received', 'closed']);
  const reversed = lived(dismissed, reverse({ decidedOn: '2026-03-02', decision: 5, ground: 'notToDetriment' }));
  expect(statuses(reversed)).toEqual(['received']);
});

describe('nobody prepares the appeal of what they decided (FVL § 6)', () => {
  const asked: Asked = reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' });
  const decide = (by: string, id: string, role: 'appealHandler' | 'approver' = 'appealHandler') => {
    const context = contextOn('2026-02-16');
    return asked.definition.decide(stateBy(appealed(), by), asked.body, { ...context, actor: { ...context.actor, id, role } });
  };

  test('the one who made it is refused, another is not', () => {
    expect(decide('kari', 'kari').refusals).toMatchObject([{ code: 'made-the-decision', provision: 'FVL § 6' }]);
    expect(decide('kari', 'kim').events).toHaveLength(1);
  });

  test('an approver prepares nothing', () => {
    expect(decide('bo', 'bo', 'approver').events).toHaveLength(1);
  });

  test('who helped to draft a decision made it too', () => {
    const proposal: DomainEvent = {
      ...{ type: 'DecisionProposed', version: 1, data: { proposedOn: '2026-01-19', proposedBy: 'ola', basedOn: 0 } },
      personal: { command: { name: 'reject', title: 'Avslå', input: {} }, outcome: [] },
    };
    const approval: DomainEvent = { type: 'DecisionApproved', version: 1, data: { proposal: 1, settledOn: '2026-01-19' }, personal: null };
    const state = stateBy([turnedDown[0]!, proposal, approval, turnedDown[1]!], 'bo');
    expect(state.decisions.map(({ madeBy }) => madeBy)).toEqual([['ola', 'bo']]);
  });
});

describe('reconsider, asked badly', () => {
  test('of no appeal, of another, twice, or of one that was withdrawn', () => {
    given(...turnedDown)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }))
      .thenRefused('no-appeal');
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld', appeal: 2 }))
      .thenRefused('appeal-not-found');
    const once = lived(appealed(), reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }));
    given(...once)
      .when(reconsider({ decidedOn: '2026-02-17', outcome: 'changed' }))
      .thenRefused('appeal-already-reconsidered');
    const gone = lived(appealed(), withdrawAppeal({ withdrawnOn: '2026-02-10' }));
    given(...gone)
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }))
      .thenRefused('appeal-withdrawn');
    given(...gone)
      .when(withdrawAppeal({ withdrawnOn: '2026-02-11' }))
      .thenRefused('appeal-withdrawn');
    given()
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld' }))
      .thenRefused('case-not-found');
  });

  test('before it came, tomorrow, without reasons', () => {
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-01', outcome: 'upheld' }))
      .thenRefused('reconsidered-before-received');
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-17', outcome: 'upheld' }), { today: '2026-02-16' })
      .thenRefused('decided-in-future');
    given(...appealed())
      .when(reconsider({ decidedOn: '2026-02-16', outcome: 'upheld', justification: ' ' }))
      .thenRefused('justification-required');
  });

  test('after it was withdrawn the party may appeal again, and it is measured anew', () => {
    const gone = lived(appealed(), withdrawAppeal({ withdrawnOn: '2026-02-10' }));
    given(...gone)
      .when(appeal({ receivedOn: '2026-02-12' }))
      .then({ type: 'AppealReceived', data: { appeal: 2 } }, { type: 'DeadlineAssessed', data: { verdict: 'timely' } });
    expect(iso(stateAfter(gone).appeals[0]!.endedOn!)).toBe('2026-02-10');
  });
});
