import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { commands } from '../catalogue.ts';
import { FOUR_EYES_COMMANDS } from '../kernel/policy.ts';
import { stateFromJson, stateToJson } from '../timeline/json.ts';
import { applied, extend, given, grant, granted, reject, started } from '../testing/index.ts';
import { outcomeOf } from './four-eyes.events.ts';
import { EVERYTHING, lastProposal, proposed } from './testing.ts';

const year = [granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const asked = extend({ to: '2026-01-07', justification: 'Trenger mer tid.' });
const today = '2024-12-16';

describe('a decision under four eyes', () => {
  test('every command that makes an individual decision may be put under four eyes, but the approval that settles one, and no other', () => {
    const decisions = Object.values(commands).filter(({ name, individualDecision }) => individualDecision && name !== 'approve');
    expect(decisions.map(({ name }) => name).sort()).toEqual([...FOUR_EYES_COMMANDS].sort());
  });

  test('becomes a proposal: nothing is decided, and what it would be is kept', () => {
    given(...year)
      .when(asked, { today, policy: { fourEyes: ['extend'] }, by: 'kari' })
      .then({
        type: 'DecisionProposed',
        data: { proposedOn: '2024-12-16', proposedBy: 'kari', basedOn: 2 },
        personal: {
          command: { name: 'extend', title: 'Forleng program', input: { to: '2026-01-07', justification: 'Trenger mer tid.' } },
          outcome: [{ type: 'ProgrammeExtended', data: { decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' } }],
        },
      });
    const { state } = given(...proposed(year, asked, 'kari', { today }));
    expect([state.decisionPeriods.length, state.decisions.map(({ kind }) => kind)]).toEqual([1, ['grant']]);
    expect(state.proposals).toMatchObject([{ recordedIn: 3, command: 'extend', status: 'open', proposedBy: 'kari', drafters: ['kari'] }]);
  });

  test('is decided at once when the policy names other decisions only', () => {
    given(...year)
      .when(asked, { today, policy: { fourEyes: ['grant', 'terminate'] } })
      .then({ type: 'ProgrammeExtended' });
  });

  test('is refused at once when it is unlawful: nothing unlawful waits for an approver', () => {
    given(...year)
      .when(extend({ to: '2026-01-08' }), { today, policy: EVERYTHING })
      .thenRefused('period-too-long', 'special-reasons-required');
  });

  test('waits alone: a second of the same kind is refused, one of another kind is not', () => {
    const history = proposed([applied()], grant({ from: '2025-02-03', to: '2026-02-02' }), 'kari', { today: '2025-01-20' });
    const world = { today: '2025-01-21', policy: EVERYTHING, by: 'ola' };
    given(...history)
      .when(grant({ from: '2025-02-10', to: '2026-02-02' }), world)
      .thenRefused('proposal-open');
    given(...history)
      .when(reject({ ground: 'conditionsNotMet' }), world)
      .then({ type: 'DecisionProposed', data: { proposedBy: 'ola' } });
  });

  test('the state keeps what is open through its JSON, and lets go of what is settled', () => {
    const { state } = given(...proposed(year, asked, 'kari', { today }));
    expect(stateFromJson(stateToJson(state))).toEqual(state);
    const settled = given(...proposed(year, asked, 'kari', { today }), {
      type: 'DecisionReturned',
      version: 1,
      data: { proposal: 3, settledOn: '2024-12-17' },
      personal: { reason: 'Begrunn nærmere.' },
    });
    expect(settled.state.proposals).toMatchObject([
      { status: 'returned', settledOn: date('2024-12-17'), content: null, drafters: ['kari'] },
    ]);
  });

  test('what it would decide can be told from what waits', () => {
    const history = proposed(year, asked, 'kari', { today });
    expect(outcomeOf(history).map(({ type }) => type)).toEqual(['ProgrammeGranted', 'ProgrammeStarted', 'ProgrammeExtended']);
    expect(lastProposal(history)).toBe(3);
  });
});
