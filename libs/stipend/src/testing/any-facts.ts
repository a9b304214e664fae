import { type Period, date } from '@kvp/calendar';
import type { Absence, Benefit, Deduction, LegalForm, Maintenance, Work } from '@kvp/lifecycle';
import fc from 'fast-check';
import type { StipendFacts } from '../facts.ts';
import { pause } from '../fixture.ts';

const day = fc.nat(5 * 365).map((days) => date('2021-01-01').add({ days }));
const interval = (longest: number): fc.Arbitrary<Period> =>
  fc.tuple(day, fc.nat(longest)).map(([from, length]) => ({ from, to: from.add({ days: length }) }));
const revision = fc.integer({ min: 1, max: 40 });
const quarters = fc.integer({ min: 1, max: 30 }).map((count) => count / 4);
const spared = fc.boolean().map((spares) => (spares ? { sparesSupplement: true as const } : {}));

const form = fc.constantFrom<LegalForm>('LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION');
const anyPause = fc
  .tuple(form, interval(200), fc.boolean())
  .map(([legalForm, { from, to }, open]) => pause(legalForm, from.toString(), open ? null : to.toString()));

const anyChild = fc.record({ age: fc.nat(20 * 365), from: day, length: fc.option(fc.nat(800)), recordedIn: revision }).map((told) => ({
  recordedIn: told.recordedIn,
  birthDate: date('2026-01-01').subtract({ days: told.age }),
  from: told.from,
  to: told.length === null ? null : told.from.add({ days: told.length }),
}));

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
  .record({ recordedIn: revision, days: interval(400), open: fc.boolean() })
  .map(({ recordedIn, days, open }) => ({ recordedIn, from: days.from, to: open ? null : days.to, endedIn: null }));

const anyWork: fc.Arbitrary<Work> = fc
  .tuple(lasting, fc.integer({ min: 0, max: 50_000 }))
  .map(([days, thousandths]) => ({ ...days, hoursPerWeek: thousandths / 1000, apprenticeship: false }));

const anyBenefit: fc.Arbitrary<Benefit> = fc
  .tuple(lasting, fc.nat(150_000), fc.boolean())
  .map(([days, orePerDay, reduces]) => ({ ...days, kind: 'dagpenger', orePerDay, reduces }));

const anyWord: fc.Arbitrary<Maintenance> = fc.record({ recordedIn: revision, from: day, agencyHasClaimed: fc.boolean() });

/** Lives around 25 with any number of decisions, pauses, children, absences, jobs and benefits, over the rate changes of 2021 to 2026. */
export const anyFacts: fc.Arbitrary<StipendFacts> = fc.record({
  birthDate: fc.nat(3000).map((days) => date('1996-01-01').add({ days })),
  paidPeriods: fc.array(
    fc.tuple(interval(365), revision).map(([days, decidedIn]) => ({ ...days, decidedIn })),
    { minLength: 1, maxLength: 3 },
  ),
  pauses: fc.array(anyPause, { maxLength: 4 }),
  children: fc.array(anyChild, { maxLength: 3 }),
  absences: fc.array(anyAbsence, { maxLength: 6 }),
  deductions: fc.array(anyDeduction, { maxLength: 3 }),
  absenceClause: fc.boolean(),
  work: fc.array(anyWork, { maxLength: 2 }),
  benefits: fc.array(anyBenefit, { maxLength: 2 }),
  maintenance: fc.array(anyWord, { maxLength: 3 }),
});

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
