import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { DomainEvent } from '../kernel/event.ts';
import {
  extend,
  forwardedInJune,
  given,
  lived,
  notified,
  onLeave,
  refuseExtension,
  registerOutcome,
  requestReasons,
  reverse,
  runningFromFebruary,
  stateAfter,
  terminated,
} from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';

/*
 * programme  |=== 3 Feb 2025 ... decided until 2 Feb 2026 ===|- - asked for until 2 Aug 2026 - -|
 * asked on 5 May 2025, refused on 12 May, notice on 14 May; the appeal was forwarded on 30 June
 */
const asked = { receivedOn: '2025-05-05', askedTo: '2026-08-02' } as const;
const told: DomainEvent = {
  type: 'ExtensionRefused',
  version: 1,
  data: { decidedOn: '2025-05-12', from: '2026-02-03', ...asked },
  personal: { justification: 'Målet er nådd.' },
};
const refused = [...runningFromFebruary, told];
const sent = forwardedInJune([...refused, notified(3, '2025-05-14', { kind: 'extension', decidedOn: '2025-05-12' })]);
const phaseOn = (history: readonly DomainEvent[], day: string) => statusAt(stateAfter(history), date(day)).phase;

test('a refusal answers a request, with reasons, and is a decision about extension that leaves the period as it was', () => {
  given(...runningFromFebruary)
    .when(refuseExtension({ ...asked, decidedOn: '2025-05-12' }))
    .then({ type: 'ExtensionRefused', data: { decidedOn: '2025-05-12', from: '2026-02-03', ...asked } });
  const state = stateAfter(refused);
  expect(state.decisions.at(-1)).toMatchObject({ revision: 3, kind: 'extension', type: 'ExtensionRefused' });
  expect(state.decisionPeriods.at(-1)).toMatchObject({ to: date('2026-02-02') });
  expect(phaseOn(refused, '2026-02-02')).toBe('running');
  // Those on leave ask too, and a new request may be refused again.
  given(...runningFromFebruary, onLeave({ from: '2025-05-05' }))
    .when(refuseExtension({ ...asked, decidedOn: '2025-05-12' }))
    .then({ type: 'ExtensionRefused' });
  given(...refused)
    .when(refuseExtension({ receivedOn: '2025-06-02', decidedOn: '2025-06-10' }))
    .then({ type: 'ExtensionRefused', data: { from: '2026-02-03' } });
});

describe('is refused', () => {
  const when = (input: Parameters<typeof refuseExtension>[0]) => given(...runningFromFebruary).when(refuseExtension(input));

  test('without reasons, before it was asked for, and for days that are granted already; all are told at once', () => {
    when({ receivedOn: '2025-05-05', decidedOn: '2025-05-12', justification: ' ' }).thenRefused('justification-required');
    when({ receivedOn: '2025-05-12', decidedOn: '2025-05-12' }).then({ type: 'ExtensionRefused' });
    when({ receivedOn: '2025-05-13', decidedOn: '2025-05-12' }).thenRefused('refused-before-extension-asked');
    when({ receivedOn: '2025-05-05', decidedOn: '2025-05-12', askedTo: '2026-02-03' }).then({ type: 'ExtensionRefused' });
    when({ receivedOn: '2025-05-05', decidedOn: '2025-05-12', askedTo: '2026-02-02' }).thenRefused('asked-within-period');
    when({ receivedOn: '2025-05-13', decidedOn: '2025-05-12', askedTo: '2026-02-02', justification: '' }).thenRefused(
      'justification-required',
      'refused-before-extension-asked',
      'asked-within-period',
    );
  });

  test('by whoever finds that all conditions of KVPF § 2 are met', () => {
    const reasons = { necessary: true, progress: true, workProbable: true };
    when({ ...asked, decidedOn: '2025-05-12', specialReasons: reasons }).thenRefused('special-reasons-hold');
    when({ ...asked, decidedOn: '2025-05-12', specialReasons: { ...reasons, progress: false } }).then({ type: 'ExtensionRefused' });
  });

  test('before the start and after the end', () => {
    given(...runningFromFebruary.slice(0, 2))
      .when(refuseExtension({ receivedOn: '2025-01-21', decidedOn: '2025-01-22' }))
      .thenRefused('not-in-programme');
    given(...runningFromFebruary, terminated({ decidedOn: '2025-05-12', lastDay: '2025-05-16' }))
      .when(refuseExtension({ receivedOn: '2025-06-02', decidedOn: '2025-06-03' }))
      .thenRefused('not-in-programme');
  });
});

describe('changed on appeal (§ 11.19)', () => {
  const effects = [{ decision: 3, kind: 'extension', undone: true, effectiveFrom: '2026-02-03', order: ['extend'], binding: true }];

  test('the office extends from the day after the last decided one', () => {
    const changed = lived(sent, registerOutcome({ decidedOn: '2025-08-04', outcome: 'changed' }));
    expect(changed.at(-1)).toMatchObject({ type: 'AppealDecided', data: { effects } });
    given(...changed)
      .when(extend({ decidedOn: '2025-08-11', to: '2026-08-02' }))
      .then({ type: 'ProgrammeExtended', data: { from: '2026-02-03', to: '2026-08-02', appeal: 1, afterLapse: false } });
  });

  test('also when the programme has been ended meanwhile: the end followed from the refusal, and is undone with it', () => {
    const ended = [...sent, terminated({ decidedOn: '2026-01-19', lastDay: '2026-02-02' })];
    expect(phaseOn(ended, '2026-02-03')).toBe('ended');
    const changed = lived(ended, registerOutcome({ decidedOn: '2026-03-02', outcome: 'changed' }));
    const undoes = ended.length - 1;
    given(...changed)
      .when(extend({ decidedOn: '2026-03-09', to: '2026-08-02' }))
      .then({ type: 'ProgrammeExtended', data: { from: '2026-02-03', appeal: 1, afterLapse: false, undoes } });
    const extended = lived(changed, extend({ decidedOn: '2026-03-09', to: '2026-08-02' }));
    expect(phaseOn(extended, '2026-03-10')).toBe('running');
    expect(stateAfter(extended)).toMatchObject({ end: null, lapses: [], appeals: [{ orders: [{ carriedOutIn: extended.length - 1 }] }] });
  });

  test('an end of other reasons, before the last decided day, is none that it undoes', () => {
    const ended = [...sent, terminated({ decidedOn: '2026-01-19', lastDay: '2026-01-30' })];
    const changed = lived(ended, registerOutcome({ decidedOn: '2026-03-02', outcome: 'changed' }));
    given(...changed)
      .when(extend({ decidedOn: '2026-03-09', to: '2026-08-02' }))
      .thenRefused('not-in-programme');
  });

  test('set aside and returned: the office decides again, either way', () => {
    const returned = lived(sent, registerOutcome({ decidedOn: '2025-08-04', outcome: 'setAside' }));
    expect(returned.at(-2)).toMatchObject({ data: { effects: [{ order: ['extend', 'refuseExtension', 'terminate'], binding: false }] } });
    given(...returned)
      .when(refuseExtension({ ...asked, decidedOn: '2025-08-11' }))
      .then({ type: 'ExtensionRefused' });
  });
});

test('it always has reasons, so that none can be asked for', () => {
  given(...refused)
    .when(requestReasons({ decision: 3, requestedOn: '2025-05-14' }), { today: '2025-05-14' })
    .thenRefused('decision-has-reasons');
});

test('reversed without an appeal, which is to nobody’s detriment, it is gone, and the programme can be extended', () => {
  const reversed = lived(refused, reverse({ decidedOn: '2025-05-13', decision: 3, ground: 'notToDetriment' }));
  expect(stateAfter(reversed).decisions.find(({ revision }) => revision === 3)).toMatchObject({ undoneBy: 4 });
  given(...reversed)
    .when(extend({ decidedOn: '2025-05-14', to: '2026-08-02' }))
    .then({ type: 'ProgrammeExtended', data: { from: '2026-02-03' } });
});
