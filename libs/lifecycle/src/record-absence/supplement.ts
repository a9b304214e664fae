import type { PlainDate } from '@kvp/calendar';
import type { AbsenceKind } from '@kvp/rulebook';
import Type from 'typebox';
import type { Context } from '../kernel/command.ts';

/** What the municipality had settled for the day is fixed on the event, so that the schedule follows from the case alone. */
export const sparesSupplementField = {
  sparesSupplement: Type.Optional(
    Type.Literal(true, {
      description: 'The hours leave the child supplement alone, by the policy of the municipality on that day; left out: they take it too.',
    }),
  ),
};

interface Sparing {
  readonly sparesSupplement?: true;
}

/** The same, as it is kept. */
export const sparing = ({ sparesSupplement }: Sparing): Sparing => (sparesSupplement === true ? { sparesSupplement } : {});

/** Whether unauthorised absence of a day leaves the child supplement alone; other absence has no such choice. Decided point 8. */
export const sparingOn = (kind: AbsenceKind, on: PlainDate, { policyAt }: Pick<Context, 'policyAt'>): Sparing =>
  kind === 'unauthorised' && !policyAt(on).absenceReducesChildSupplement ? { sparesSupplement: true } : {};
