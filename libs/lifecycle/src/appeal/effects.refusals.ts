import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';
import { effectOutsidePause as outsidePause } from '../reverse/reverse.refusals.ts';

/** The same as of a reversal. */
export const effectOutsidePause = outsidePause;

export const effectBeforeEnd = defineRefusal<[first: PlainDate]>({
  code: 'effect-before-end',
  provision: 'FVL § 34',
  message: () => 'Dagen endringen gjelder fra, er før programmet var avsluttet.',
  remedy: (first) => `Oppgi en dag fra og med ${norwegianDate(first)}, dagen etter siste dag i programmet.`,
  example: [Temporal.PlainDate.from('2025-05-01')],
});
