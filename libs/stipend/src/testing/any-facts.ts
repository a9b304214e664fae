import { type Period, type PlainDate, date } from '@kvp/calendar';
import type { Absence, Benefit, Deduction, LegalForm, Maintenance, MonthModelName, Work } from '@kvp/lifecycle';
import fc from 'fast-check';
import type { PaidPeriod, StipendFacts } from '../facts.ts';
import { pause } from '../fixture.ts';

/** Where a life begins: within ten months of each lie a new G, and some of the other rates that changed. */
const BEGINNINGS = ['2020-11-02', '2022-10-03', '2023-08-01', '2024-03-01', '2025-10-01'] as const;
const DAYS = 300;

const revision = fc.integer({ min: 1, max: 40 });
const quarters = fc.integer({ min: 1, max: 40 }).map((count) => count / 4);
const spared = fc.boolean().map((spares) => (spares ? { sparesSupplement: true as const } : {}));
const form = fc.constantFrom<LegalForm>('LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION');

/** How a decision pays its months: by the day, by twelfths, or the one until a new month and the other from it. Decision 0025. */
const anyModels = (period: Period): fc.Arbitrary<Pick<PaidPeriod, 'monthModels'>> =>
  fc.constantFrom<readonly MonthModelName[]>([], ['A'], ['B'], ['A', 'B'], ['B', 'A']).map(([first, second]) => {
    if (first === undefined) return {};
    const next = period.from.with({ day: 1 }).add({ months: 2 });
    const begins = { from: period.from, model: first };
    return { monthModels: second === undefined ? [begins] : [begins, { from: next, model: second }] };
  });

/** Lives that begin near a day, with what a spec about them needs to vary. */
function factsFrom(beginning: string): fc.Arbitrary<StipendFacts> {
  const base = date(beginning);
  const day = fc.nat(DAYS).map((days) => base.add({ days }));
  const interval = (longest: number): fc.Arbitrary<Period> =>
    fc.tuple(day, fc.nat(longest)).map(([from, length]) => ({ from, to: from.add({ days: length }) }));
  /** Around the age that a spec is about, so that the birthday often lies in the programme. */
  const born = (years: number): fc.Arbitrary<PlainDate> =>
    fc.integer({ min: -2 * DAYS, max: 2 * DAYS }).map((days) => base.subtract({ years }).add({ days }));

  const anyPause = fc
    .tuple(form, interval(100), fc.boolean())
    .map(([legalForm, { from, to }, open]) => pause(legalForm, from.toString(), open ? null : to.toString()));

  const anyChild = fc
    .record({ recordedIn: revision, birthDate: fc.oneof(born(0), born(8), born(18)), from: day, length: fc.option(fc.nat(200)) })
    .map(({ length, from, ...told }) => ({ ...told, from, to: length === null ? null : from.add({ days: length }) }));

  const anyAbsence: fc.Arbitrary<Absence> = fc
    .record({
      recordedIn: revision,
      kind: fc.constantFrom('illness', 'holiday', 'welfareLeave', 'withoutStipend', 'unauthorised'),
      days: fc.oneof(interval(0), interval(25)),
      hours: fc.option(quarters),
      lost: fc.boolean(),
      spared,
    })
    .map(({ days, lost, spared: whether, ...told }) => ({
      ...{ ...told, ...days, ...whether },
      provision: 'KVPF',
      evidence: null,
      withStipend: told.kind !== 'withoutStipend' && told.kind !== 'unauthorised' && !lost,
      countsTowardDuration: true,
      replacedBy: null,
    }));

  const anyDeduction: fc.Arbitrary<Deduction> = fc
    .record({ recordedIn: revision, on: day, hours: quarters, spared })
    .map(({ spared: whether, ...told }) => ({ ...told, ...whether }));

  const lasting = fc
    .record({ recordedIn: revision, days: interval(150), open: fc.boolean() })
    .map(({ recordedIn, days, open }) => ({ recordedIn, from: days.from, to: open ? null : days.to, endedIn: null }));

  const anyWork: fc.Arbitrary<Work> = fc
    .tuple(lasting, fc.integer({ min: 0, max: 50_000 }))
    .map(([days, thousandths]) => ({ ...days, hoursPerWeek: thousandths / 1000, apprenticeship: false }));

  const anyBenefit: fc.Arbitrary<Benefit> = fc
    .tuple(lasting, fc.nat(150_000), fc.boolean())
    .map(([days, orePerDay, reduces]) => ({ ...days, kind: 'dagpenger', orePerDay, reduces }));

  const anyWord: fc.Arbitrary<Maintenance> = fc.record({ recordedIn: revision, from: day, agencyHasClaimed: fc.boolean() });

  return fc.record({
    birthDate: born(25),
    // A decision has a revision of its own; one may lie over the days of another.
    paidPeriods: fc
      .array(
        interval(150).chain((days) => anyModels(days).map((models) => ({ ...days, ...models }))),
        { minLength: 1, maxLength: 3 },
      )
      .map((periods) => periods.map((period, index) => ({ ...period, decidedIn: index + 1 }))),
    pauses: fc.array(anyPause, { maxLength: 3 }),
    children: fc.array(anyChild, { maxLength: 3 }),
    absences: fc.array(anyAbsence, { maxLength: 5 }),
    deductions: fc.array(anyDeduction, { maxLength: 3 }),
    absenceClause: fc.boolean(),
    work: fc.array(anyWork, { maxLength: 2 }),
    benefits: fc.array(anyBenefit, { maxLength: 2 }),
    maintenance: fc.array(anyWord, { maxLength: 2 }),
  });
}

/**
 * Lives around 25 with any number of decisions under either month model, pauses, children, absences, jobs and benefits, each over some of the
 * rate changes of 2021 to 2026.
 */
export const anyFacts: fc.Arbitrary<StipendFacts> = fc.oneof(...BEGINNINGS.map(factsFrom));

/** The same facts as they would be known had they arrived the other way round. */
export const reversed = (of: StipendFacts): StipendFacts => ({
  ...of,
  paidPeriods: [...of.paidPeriods].reverse(),
  pauses: [...of.pauses].reverse(),
  children: [...of.children].reverse(),
  absences: [...of.absences].reverse(),
  deductions: [...of.deductions].reverse(),
  work: [...of.work].reverse(),
  benefits: [...of.benefits].reverse(),
  maintenance: [...of.maintenance].reverse(),
});
