import { describe, expect, test } from '@jest/globals';
import { applied, evaluate, given, granted, interrupted, started, terminated } from '../testing/index.ts';
import { programmeEvaluated } from './evaluate.events.ts';

const running = [applied({ receivedOn: '2025-01-06' }), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const summary = 'Praksisen går godt.';

describe('evaluate', () => {
  test('what came of it is sealed, the days are not', () => {
    given(...running)
      .when(evaluate({ heldOn: '2025-05-05', summary, participantView: 'Vil ha flere timer.', next: '2025-08-04' }))
      .then({
        type: 'ProgrammeEvaluated',
        data: { heldOn: '2025-05-05', next: '2025-08-04' },
        personal: { summary, participantView: 'Vil ha flere timer.' },
      });
  });

  test('on a day in the programme, from the first to the last', () => {
    const ended = given(...running, terminated({ lastDay: '2025-05-30' }));
    ended.when(evaluate({ heldOn: '2025-01-13', summary })).then({ type: 'ProgrammeEvaluated' });
    ended.when(evaluate({ heldOn: '2025-05-30', summary }), { today: '2025-06-02' }).then({ type: 'ProgrammeEvaluated' });
    ended.when(evaluate({ heldOn: '2025-01-12', summary }), { today: '2025-06-02' }).thenRefused('not-in-programme');
    ended.when(evaluate({ heldOn: '2025-05-31', summary }), { today: '2025-06-02' }).thenRefused('not-in-programme');
  });

  test('also while it is interrupted, but not before the start', () => {
    given(...running, interrupted({ from: '2025-03-10' }))
      .when(evaluate({ heldOn: '2025-05-05', summary }))
      .then({ type: 'ProgrammeEvaluated' });
    given(...running.slice(0, 2))
      .when(evaluate({ heldOn: '2025-01-13', summary }))
      .thenRefused('not-in-programme');
    given(running[0]!)
      .when(evaluate({ heldOn: '2025-01-13', summary }))
      .thenRefused('not-granted');
  });

  test('the next one is later, and inside a decision period', () => {
    given(...running)
      .when(evaluate({ heldOn: '2025-05-05', summary, next: '2026-01-12' }))
      .then({ type: 'ProgrammeEvaluated' });
    given(...running)
      .when(evaluate({ heldOn: '2025-05-05', summary, next: '2026-01-13' }))
      .thenRefused('evaluation-outside-period');
    given(...running)
      .when(evaluate({ heldOn: '2025-05-05', summary, next: '2025-05-05' }))
      .thenRefused('next-before-evaluation');
  });

  test('it has been held, and comes to something', () => {
    given(...running)
      .when(evaluate({ heldOn: '2025-05-06', summary: ' ' }), { today: '2025-05-05' })
      .thenRefused('date-in-future', 'evaluation-summary-required');
  });

  test('the same again is nothing new, and another account of the same day is a correction', () => {
    const { data, personal } = programmeEvaluated.example;
    const evaluated = given(...running, programmeEvaluated.example);
    evaluated.when(evaluate({ ...data, ...personal })).then();
    evaluated.when(evaluate({ ...data, summary: personal.summary })).thenRefused('evaluation-already-recorded');
    evaluated.when(evaluate({ ...data, summary })).thenRefused('evaluation-already-recorded');
    expect(evaluated.state.handling.evaluations.map(({ heldOn, nextOn }) => [String(heldOn), String(nextOn)])).toEqual([
      ['2025-05-05', '2025-08-04'],
    ]);
  });
});
