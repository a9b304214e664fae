import { describe, expect, test } from '@jest/globals';
import { type PlainDate, date, period } from '@kvp/calendar';
import { DEFAULT_POLICY, type MunicipalityPolicy } from '../kernel/policy.ts';
import { type PolicySet, policyAt } from '../registers/policy.events.ts';
import { keptMonthModels, monthModelsOf } from './month-models.ts';

const settled = (...rows: readonly PolicySet['data'][]): ((day: PlainDate) => MunicipalityPolicy) => {
  const events = rows.map((data): PolicySet => ({ type: 'PolicySet', version: 1, data, personal: null }));
  return (day) => policyAt(events, day);
};
const YEAR = period('2026-01-19', '2027-01-18');

describe('how the months of a decision are paid', () => {
  test('is said only where some are paid by twelfths', () => {
    expect(monthModelsOf(YEAR, () => DEFAULT_POLICY)).toEqual({});
    expect(monthModelsOf(YEAR, settled({ effectiveFrom: '2007-11-01', monthModel: 'B' }))).toEqual({
      monthModels: [{ from: '2026-01-19', model: 'B' }],
    });
  });

  test('changes with the policy at the first of a month: no month of a decision is paid two ways', () => {
    const policy = settled({ effectiveFrom: '2026-06-15', monthModel: 'B' }, { effectiveFrom: '2026-12-01', monthModel: 'A' });
    expect(monthModelsOf(YEAR, policy)).toEqual({
      monthModels: [
        { from: '2026-01-19', model: 'A' },
        { from: '2026-07-01', model: 'B' },
        { from: '2026-12-01', model: 'A' },
      ],
    });
  });

  test('is kept with the period', () => {
    expect(keptMonthModels({ monthModels: [{ from: '2026-07-01', model: 'B' }] })).toEqual({
      monthModels: [{ from: date('2026-07-01'), model: 'B' }],
    });
    expect(keptMonthModels({})).toEqual({});
  });
});
