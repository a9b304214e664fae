import { describe, expect, test } from '@jest/globals';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { appeal, applied, extendAppealTime, given, granted, notified, notifyDecision, rejected, requestReasons } from '../testing/index.ts';
import { appealReceived, deadlineAssessed } from './appeal.events.ts';

const application = applied({ receivedOn: '2026-01-05' });
/** 0 application, 1 rejection; a notice of it is 2. */
const life = [application, rejected('2026-01-19')];
const told = (arrivedOn: `${number}-${number}-${number}`) => given(...life, notified(1, arrivedOn));

const assessed = (data: object) => [{ type: 'AppealReceived' }, { type: 'DeadlineAssessed', data }] as const;

describe('three weeks from when notice reached the party, the last day inside (FVL § 29; DL §§ 148–149)', () => {
  test.each([
    ['Thursday 22 January', '2026-01-22', '2026-02-12', '2026-02-13'],
    ['Saturday 24 January: moved to Monday', '2026-01-24', '2026-02-16', '2026-02-17'],
    ['Thursday 12 March: Maundy Thursday and Easter', '2026-03-12', '2026-04-07', '2026-04-08'],
    ['Friday 24 April: a Friday after Ascension Day', '2026-04-24', '2026-05-15', '2026-05-18'],
    ['Friday 4 December: Christmas Day and a weekend', '2026-12-04', '2026-12-28', '2026-12-29'],
  ] as const)('arrived %s', (_what, arrivedOn, last, after) => {
    told(arrivedOn)
      .when(appeal({ receivedOn: last }))
      .then(...assessed({ verdict: 'timely', deadline: last, proof: 'received' }));
    told(arrivedOn)
      .when(appeal({ receivedOn: after }))
      .then(...assessed({ verdict: 'late-may-be-taken', deadline: last }));
  });

  test('the whole calculation is kept, step by step', () => {
    // Arrived on a Saturday: three weeks are Saturday 14 February, and the next working day is Monday.
    told('2026-01-24')
      .when(appeal({ receivedOn: '2026-02-16' }))
      .then(
        { type: 'AppealReceived', data: { appeal: 1, decisions: [{ decision: 1, kind: 'rejection', decidedOn: '2026-01-19' }] } },
        {
          type: 'DeadlineAssessed',
          data: {
            calculations: [
              {
                ...{ decision: 1, kind: 'rejection', decidedOn: '2026-01-19', notice: 2, channel: 'paper', arrivedOn: '2026-01-24' },
                ...{ weeks: 3, countedTo: '2026-02-14', counted: '2026-02-16', deadline: '2026-02-16', latest: '2027-01-19' },
              },
            ],
          },
        },
      );
  });

  test('posted in time is in time, however late it arrives (FVL § 30)', () => {
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-20', postedOn: '2026-02-12' }))
      .then(...assessed({ verdict: 'timely', sentOn: '2026-02-12', proof: 'posted' }));
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-20', postedOn: '2026-02-13' }))
      .then(...assessed({ verdict: 'late-may-be-taken' }));
  });

  test('a late one may be taken until a year from the decision, the anniversary inside (FVL § 31)', () => {
    told('2026-01-22')
      .when(appeal({ receivedOn: '2027-01-19' }))
      .then(...assessed({ verdict: 'late-may-be-taken' }));
    told('2026-01-22')
      .when(appeal({ receivedOn: '2027-01-20' }))
      .then(...assessed({ verdict: 'too-late' }));
  });
});

describe('from notice that is proven, and nothing else (decided point 15)', () => {
  const byAlert = (facts: object) =>
    notified(1, '2026-01-22', { channel: 'electronic', alertedOn: '2026-01-20', rule: 'mayBeOpened', ...facts } as object);
  const unopened = (): DomainEvent => {
    const { data, ...event } = byAlert({});
    const { arrivedOn: _arrived, ...rest } = data;
    return { ...event, data: rest };
  };

  test('posted: three working days later', () => {
    // Posted Monday 19 January: Tuesday, Wednesday, Thursday; three weeks are Thursday 12 February.
    const letter = given(...life).when(notifyDecision({ channel: 'paper', sentOn: '2026-01-19' })).decision.events ?? [];
    given(...life, ...letter)
      .when(appeal({ receivedOn: '2026-02-12' }))
      .then(...assessed({ deadline: '2026-02-12', verdict: 'timely' }));
  });

  test('nobody has opened it yet: counted from the alert, and it is said that it may move', () => {
    given(...life, unopened())
      .when(appeal({ receivedOn: '2026-02-10' }))
      .then(...assessed({ deadline: '2026-02-10', verdict: 'timely', calculations: [{ mayMove: true, arrivedOn: '2026-01-20' }] }));
  });

  test('without any notice the time has not begun to run: nothing is made up, and what is missing is said', () => {
    const { decision, then } = given(...life).when(appeal({ receivedOn: '2027-06-01' }));
    then(...assessed({ verdict: 'timely', calculations: [{ missing: 'notice' }] }));
    expect(decision.events?.[1]?.data).not.toHaveProperty('deadline');
    expect(deadlineAssessed.audit(decision.events?.[1] as never)).toBe(
      'Klagen er i tide. Fristen har ikke begynt å løpe: det er ikke registrert at parten er underrettet om vedtaket.',
    );
  });
});

describe('a longer time, given before it is out (FVL § 29)', () => {
  const more = (extendedOn: `${number}-${number}-${number}`, to: `${number}-${number}-${number}`) => extendAppealTime({ extendedOn, to });

  test('on the last day it still runs, and the day after it does not', () => {
    told('2026-01-22')
      .when(more('2026-02-12', '2026-02-19'))
      .then({ type: 'AppealTimeExtended', data: { to: '2026-02-19' } });
    told('2026-01-22').when(more('2026-02-13', '2026-02-19')).thenRefused('appeal-time-is-out');
    told('2026-01-22').when(more('2026-02-02', '2026-02-12')).thenRefused('appeal-time-not-longer');
    given(...life)
      .when(more('2026-02-02', '2026-02-19'))
      .thenRefused('appeal-time-not-running');
  });

  test('an appeal is in time on the new last day, moved to a working day like any other', () => {
    const events = told('2026-01-22').when(more('2026-02-02', '2026-02-21')).decision.events ?? []; // a Saturday
    const longer = given(...life, notified(1, '2026-01-22'), ...events);
    longer.when(appeal({ receivedOn: '2026-02-23' })).then(...assessed({ verdict: 'timely', deadline: '2026-02-23' }));
    longer.when(appeal({ receivedOn: '2026-02-24' })).then(...assessed({ verdict: 'late-may-be-taken' }));
  });
});

describe('reasons asked for (FVL §§ 24 and 29)', () => {
  const grant = granted({ decidedOn: '2026-01-19', from: '2026-02-02', to: '2027-02-01' });
  const approved = [application, grant, notified(1, '2026-01-22', { kind: 'grant' })];

  test('within the time to appeal, and of an approval alone', () => {
    given(...approved)
      .when(requestReasons({ requestedOn: '2026-02-12' }))
      .then({ type: 'ReasonsRequested', data: { decision: 1 } });
    given(...approved)
      .when(requestReasons({ requestedOn: '2026-02-13' }))
      .thenRefused('reasons-asked-too-late');
    told('2026-01-22')
      .when(requestReasons({ requestedOn: '2026-02-02' }))
      .thenRefused('decision-has-reasons');
  });

  test('interrupt the time, which runs anew for three weeks when they have arrived', () => {
    const asked = [...approved, ...(given(...approved).when(requestReasons({ requestedOn: '2026-02-12' })).decision.events ?? [])];
    given(...asked)
      .when(appeal({ receivedOn: '2026-03-30' }))
      .then(...assessed({ verdict: 'timely', calculations: [{ missing: 'reasons' }] }));
    given(...asked)
      .when(requestReasons({ requestedOn: '2026-02-13' }))
      .thenRefused('reasons-already-asked');
    given(...asked)
      .when(requestReasons({ requestedOn: '2026-02-12' }))
      .then();
    // The reasons arrive on Monday 23 February: Monday 16 March.
    const answered = [...asked, notified(1, '2026-02-23', { kind: 'grant' })];
    given(...answered)
      .when(appeal({ receivedOn: '2026-03-16' }))
      .then(...assessed({ verdict: 'timely', deadline: '2026-03-16' }));
    given(...answered)
      .when(appeal({ receivedOn: '2026-03-17' }))
      .then(...assessed({ verdict: 'late-may-be-taken' }));
  });
});

describe('what an appeal lacks, and who appeals (FVL §§ 12, 28 and 32)', () => {
  test('is registered, with a time to make it good: two weeks when none is named', () => {
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-02', lacks: ['signed', 'statesChange'] }))
      .then(
        {
          type: 'AppealReceived',
          data: { lacks: ['signed', 'statesChange'], mending: { askedOn: '2026-02-02', mendBy: '2026-02-16' } },
        },
        { type: 'DeadlineAssessed' },
      );
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-02', lacks: ['signed'], mendBy: '2026-02-01' }))
      .thenRefused('mend-time-over');
  });

  test('what is lacking is said in the trail', () => {
    const { data } = appealReceived.example;
    expect(appealReceived.audit({ ...appealReceived.example, data: { ...data, lacks: ['signed', 'authorised'] } })).toBe(
      'Klage mottatt 10. februar 2025 på vedtaket om avslag av 20. januar 2025. ' +
        'Den mangler noe som parten må rette: underskrift eller innlogging og fullmakt.',
    );
  });

  test('also from somebody who may not appeal: to dismiss it is a decision of its own', () => {
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-02', appellant: 'child' }))
      .then({ type: 'AppealReceived' }, { type: 'DeadlineAssessed' });
  });
});

describe('which decisions', () => {
  const leave = [
    application,
    granted({ decidedOn: '2026-01-19', from: '2026-02-02', to: '2027-02-01' }),
    notified(1, '2026-01-22', { kind: 'grant' }),
  ];

  test('the last one, the one that is named, or several at once', () => {
    const two = [...leave, rejected('2026-02-09')]; // a life that no guard has seen: two decisions
    given(...two)
      .when(appeal({ receivedOn: '2026-02-12' }))
      .then({ type: 'AppealReceived', data: { decisions: [{ decision: 3 }] } }, { type: 'DeadlineAssessed' });
    given(...two)
      .when(appeal({ receivedOn: '2026-02-13', decisions: [1, 3] }))
      .then(
        { type: 'AppealReceived', data: { decisions: [{ decision: 1 }, { decision: 3 }] } },
        // The first is late by a day; of the second there is no notice. The worst counts.
        {
          type: 'DeadlineAssessed',
          data: {
            verdict: 'late-may-be-taken',
            deadline: '2026-02-12',
            calculations: [{ verdict: 'late-may-be-taken' }, { verdict: 'timely' }],
          },
        },
      );
  });

  test('against nothing, against what is no decision, or before it: refused', () => {
    given(application)
      .when(appeal({ receivedOn: '2026-02-02' }))
      .thenRefused('nothing-to-appeal');
    given()
      .when(appeal({ receivedOn: '2026-02-02' }))
      .thenRefused('case-not-found');
    for (const decision of [0, 2, 99])
      told('2026-01-22')
        .when(appeal({ receivedOn: '2026-02-02', decision }))
        .thenRefused('appealed-decision-not-found');
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-01-18' }))
      .thenRefused('appealed-before-decided');
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-01-19' }))
      .then({ type: 'AppealReceived' }, { type: 'DeadlineAssessed' });
  });

  test('not from tomorrow, and not posted after it came', () => {
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-03' }), { today: '2026-02-02' })
      .thenRefused('date-in-future');
    told('2026-01-22')
      .when(appeal({ receivedOn: '2026-02-02', postedOn: '2026-02-03' }))
      .thenRefused('posted-after-received');
  });

  test('one at a time; the same letter again is nothing new', () => {
    const first = told('2026-01-22').when(appeal({ receivedOn: '2026-02-02' })).decision.events ?? [];
    const open = given(...life, notified(1, '2026-01-22'), ...first);
    open.when(appeal({ receivedOn: '2026-02-02' })).then();
    open.when(appeal({ receivedOn: '2026-02-03' })).thenRefused('appeal-already-open');
    expect(foldCase([...life, notified(1, '2026-01-22'), ...first]).appeals).toMatchObject([
      { number: 1, status: 'received', verdict: 'timely', decisions: [1] },
    ]);
  });
});
