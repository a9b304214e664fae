import { type IsoDate, date } from '@kvp/calendar';
import { isDecisionMissing, phase } from '@kvp/lifecycle';
import { type Boundary, markedOutside, refusedOutside } from './boundary.ts';
import { type Step, lifeOf, programme } from './stage.ts';

const interrupted = (from: string, cause = 'treatment'): Step => ['pause', { decidedOn: from, legalForm: 'INTERRUPTION', cause, from }];
const extended = (decidedOn: string, to: string): Step => ['extend', { decidedOn, to }];

const comingBack = (example: string, life: readonly Step[], near: IsoDate): Boundary => ({
  rule: 'Return from an interruption: one year',
  example,
  near,
  edge: 'last',
  outside: refusedOutside(life, (resumedOn) => ['resume', { resumedOn }]),
});

const from2025 = programme('2025-02-03', '2026-02-02');
const from2024 = programme('2024-01-08', '2025-01-07');
const twoIn2024 = [...from2024, extended('2024-12-02', '2026-01-07')];

/** STL § 34; decided points 16 and 17. */
export const INTERRUPTION: readonly Boundary[] = [
  comingBack('interrupted from 10 March 2025', [...from2025, interrupted('2025-03-10')], '2026-03-01'),
  comingBack('interrupted from 29 February 2024', [...from2024, interrupted('2024-02-29')], '2025-02-20'),
  {
    rule: 'Planned interruption: one year',
    example: 'interrupted from 10 March 2025',
    near: '2026-03-01',
    edge: 'last',
    outside: refusedOutside(from2025, (to) => [
      'pause',
      { decidedOn: '2025-03-03', legalForm: 'INTERRUPTION', cause: 'treatment', from: '2025-03-10', to },
    ]),
  },
  {
    rule: 'Termination for absence that is protected for a year',
    example: 'interrupted for birth from 10 March 2025',
    near: '2026-03-20',
    edge: 'first',
    outside: refusedOutside([...from2025, interrupted('2025-03-10', 'birth')], (lastDay) => [
      'terminate',
      { decidedOn: '2025-06-02', lastDay, reason: 'nonAttendance' },
    ]),
  },
  {
    rule: 'A new interruption warns',
    example: 'back on 1 April 2025 after an interruption',
    near: '2025-04-10',
    edge: 'last',
    outside: (day) =>
      markedOutside(
        [...from2025, interrupted('2025-03-10'), ['resume', { resumedOn: '2025-04-01' }]],
        () => interrupted(day),
        'soonAfterReturn',
        'STL § 34',
      )(day) === null
        ? { code: 'no warning', provision: 'STL § 34' }
        : null,
  },
  {
    rule: 'In the programme, until two years end it without a decision',
    example: 'started 8 January 2024, decided until 7 January 2026',
    near: '2026-01-01',
    edge: 'last',
    outside: (day) => (phase(lifeOf(twoIn2024), date(day)) === 'ended' ? { code: 'ended by law', provision: 'KVPF § 2' } : null),
  },
  {
    rule: 'A decision covers the programme',
    example: 'decided until 2 February 2026, two years not reached',
    near: '2026-02-01',
    edge: 'last',
    outside: (day) => (isDecisionMissing(lifeOf(from2025), date(day)) ? { code: 'a decision is missing', provision: 'KVPF § 2' } : null),
  },
];
