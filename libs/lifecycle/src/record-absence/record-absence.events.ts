import { date, norwegianDate } from '@kvp/calendar';
import { ABSENCE_KINDS, ABSENCE_TITLE } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Absence, EVIDENCE } from '../kernel/state/absences.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { sparesSupplementField, sparing } from './supplement.ts';

const data = record({
  from: isoDate('The first day.'),
  to: isoDate('The last day.'),
  withStipend: yesOrNo('Whether the days are paid, by the rule of the first day.'),
  countsTowardDuration: yesOrNo('Whether the days count toward the duration of the programme, by the rule of the first day.'),
  replaces: Type.Optional(
    Type.Array(Type.Integer({ minimum: 0 }), {
      minItems: 1,
      description: 'Revisions of the records of the same absence that this one stands for.',
    }),
  ),
  daysRegisteredPresent: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Days of it that are registered as present: worth a second look.' }),
  ),
  lateNotice: Type.Optional(yesOrNo('Notice came later than the regulation asks for.')),
  deductionNeedsDecision: Type.Optional(yesOrNo('The grant does not reserve deductions, so that one takes a decision of its own.')),
});
/** Kind and provision tell of illness, pregnancy and faith. */
const personal = record({
  kind: oneOf(ABSENCE_KINDS, 'What kind of absence.'),
  provision: shortText('What it rests on.', 60),
  hours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 7.5, description: 'Hours a day, when it is a part of the day.' })),
  evidence: Type.Optional(oneOf(EVIDENCE, "A self-certificate or a doctor's note.")),
  stipendLost: Type.Optional(yesOrNo("The doctor's note was demanded and did not come.")),
  childBirthDate: Type.Optional(isoDate('Birth date of the child, or the due date.')),
  childChronicallyIll: Type.Optional(yesOrNo('Whether the child is chronically ill or disabled.')),
  soleCarer: Type.Optional(yesOrNo('Whether the participant is alone with the care.')),
  childrenInCare: Type.Optional(Type.Integer({ minimum: 1, description: 'How many children the participant cares for.' })),
  chronicallyIllChildren: Type.Optional(Type.Integer({ minimum: 0, description: 'How many of them are chronically ill or disabled.' })),
  notifiedOn: Type.Optional(isoDate('The day of the notice.')),
  ...sparesSupplementField,
});

export type AbsenceRecorded = DomainEvent<'AbsenceRecorded', Static<typeof data>, Static<typeof personal>>;

const recorded = (state: CaseState, { data: facts, personal: told }: AbsenceRecorded): Absence => ({
  recordedIn: state.revision,
  kind: told.kind,
  provision: told.provision,
  from: date(facts.from),
  to: date(facts.to),
  hours: told.hours ?? null,
  evidence: told.evidence ?? null,
  withStipend: facts.withStipend,
  countsTowardDuration: facts.countsTowardDuration,
  replacedBy: null,
  ...sparing(told),
});

/** What it stood for counts again when it is withdrawn. */
const withoutAbsence = (state: CaseState, recordedIn: number): CaseState => {
  const without = withoutFact(state, recordedIn);
  const restored = without.absences.recorded.map((each) => (each.replacedBy === recordedIn ? { ...each, replacedBy: null } : each));
  return { ...without, absences: { ...without.absences, recorded: restored } };
};

export const absenceRecorded = defineEvent<AbsenceRecorded>({
  type: 'AbsenceRecorded',
  version: 1,
  summary: 'A period of absence was recorded, with whether it is paid and whether it counts.',
  schema: { data, personal },
  evolve: (state, event) => {
    const replaced = event.data.replaces ?? [];
    const before = state.absences.recorded.map((each) =>
      replaced.includes(each.recordedIn) ? { ...each, replacedBy: state.revision } : each,
    );
    return { ...state, absences: { ...state.absences, recorded: [...before, recorded(state, event)] } };
  },
  retract: withoutAbsence,
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'KVPF §§ 5–17',
  audit: ({
    data: { from, to, withStipend, replaces, daysRegisteredPresent = 0, deductionNeedsDecision },
    personal: { kind, provision, hours },
  }) =>
    `Fravær ${from === to ? norwegianDate(from) : `fra ${norwegianDate(from)} til og med ${norwegianDate(to)}`}` +
    `${hours === undefined ? '' : `, ${norwegianHours(hours)} per dag`}: ${ABSENCE_TITLE[kind]} (${provision}), ${withStipend ? 'med' : 'uten'} stønad.` +
    (replaces === undefined ? '' : ' Det trer i stedet for det som var registrert om samme fravær.') +
    (daysRegisteredPresent === 0 ? '' : ` ${String(daysRegisteredPresent)} av dagene er registrert som frammøte.`) +
    (deductionNeedsDecision === true ? ' Trekk i stønaden krever eget vedtak.' : ''),
  published: 'published',
  example: {
    type: 'AbsenceRecorded',
    version: 1,
    data: { from: '2025-03-10', to: '2025-03-12', withStipend: true, countsTowardDuration: true },
    personal: { kind: 'illness', provision: 'KVPF § 5', evidence: 'selfCertified' },
  },
});

/** `7,5 timer`. */
export const norwegianHours = (hours: number): string => `${String(hours).replace('.', ',')} ${hours === 1 ? 'time' : 'timer'}`;
