import { type IsoDate, type Period, type PlainDate, date, isAfter, iso } from '@kvp/calendar';
import Type from 'typebox';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { type MonthModelName, type MunicipalityPolicy, MONTH_MODEL_NAMES } from '../kernel/policy.ts';
import type { DecisionPeriod } from '../kernel/state.ts';

/** How the months of a decision period are paid is fixed with the decision, so that the schedule follows from the case alone. */
export const monthModelsField = {
  monthModels: Type.Optional(
    Type.Array(
      record({
        from: isoDate('The first day that is paid so.'),
        model: oneOf(MONTH_MODEL_NAMES, 'A, by the day, or B, by twelfths of the year.'),
      }),
      {
        minItems: 1,
        description: 'How the months of the period are paid, as the municipality had settled when it was decided; left out: A.',
      },
    ),
  ),
};

interface Told {
  readonly monthModels?: { from: IsoDate; model: MonthModelName }[];
}

/**
 * How the months of a period are paid, as settled when it is decided: each by the policy of its first day, the month that the period
 * begins in by that of the period's own. Nothing where all are paid by the day. A policy that is set later counts for later decisions.
 */
export function monthModelsOf({ from, to }: Period, policyAt: (day: PlainDate) => Pick<MunicipalityPolicy, 'monthModel'>): Told {
  const changes: { from: IsoDate; model: MonthModelName }[] = [];
  for (let day = from; !isAfter(day, to); day = day.with({ day: 1 }).add({ months: 1 })) {
    const model = policyAt(day).monthModel;
    if (model !== changes.at(-1)?.model) changes.push({ from: iso(day), model });
  }
  return changes.some(({ model }) => model !== 'A') ? { monthModels: changes } : {};
}

/** The same, as it is kept with the period. */
export const keptMonthModels = ({ monthModels }: Told): Pick<DecisionPeriod, 'monthModels'> =>
  monthModels === undefined ? {} : { monthModels: monthModels.map(({ from, model }) => ({ from: date(from), model })) };
