import { type AnyCommand, defineCommand } from '@kvp/lifecycle';
import { isoDate, record } from '@kvp/lifecycle/define';
import Type, { type Static } from 'typebox';

const Settle = record({
  month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'The earning month that the run is for.' }),
  on: isoDate('The day of the run.'),
});

/** A payment run in the life of one participant (docs/play.md). It is no command of a case: runs have a door of their own. */
export const SETTLE: AnyCommand = defineCommand<Static<typeof Settle>>({
  name: 'settle',
  title: 'Kjør utbetaling',
  summary: 'A payment run for a month, on a day.',
  schema: Settle,
  individualDecision: false,
  roles: ['payments'],
  phases: [],
  lawOn: ({ on }) => on,
  allowed: () => [],
  decide: () => ({ events: [] }),
  example: { month: '2026-06', on: '2026-07-06' },
});
