import { type IsoDate, date, iso } from '@kvp/calendar';
import { ABSENCE_KINDS } from '@kvp/rulebook';
import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { EVIDENCE } from '../kernel/state/absences.ts';
import { absenceMoment, decideRecordAbsence } from './record-absence.decide.ts';

export const RecordAbsence = record({
  kind: oneOf(
    ABSENCE_KINDS,
    'What kind of absence. It decides stipend, limits and duration, so that leave without stipend is a kind of its own.',
  ),
  from: isoDate('The first day.'),
  to: isoDate('The last day.'),
  hours: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 7.5,
      description: 'Hours a day, in quarters, for absence of a part of the day. Whole days when left out.',
    }),
  ),
  evidence: Type.Optional(oneOf(EVIDENCE, "A self-certificate or a doctor's note. Required for illness.")),
  stipendLost: Type.Optional(
    yesOrNo(
      "The doctor's note was demanded and did not come, and nothing kept the participant from seeing a doctor: illness without stipend.",
    ),
  ),
  childBirthDate: Type.Optional(isoDate('Birth date of the child that is ill or was born; the due date for leave before birth.')),
  childChronicallyIll: Type.Optional(yesOrNo('Whether the child that is ill is chronically ill or disabled.')),
  soleCarer: Type.Optional(yesOrNo('Whether the participant is alone with the care.')),
  childrenInCare: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, description: 'How many children the participant cares for.' })),
  chronicallyIllChildren: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 30,
      description: 'How many of them are chronically ill or disabled, with a markedly higher risk.',
    }),
  ),
  notifiedOn: Type.Optional(isoDate('The day the participant gave notice of the absence.')),
});
export type RecordAbsence = Static<typeof RecordAbsence>;

export const recordAbsence = defineCommand<RecordAbsence>({
  name: 'recordAbsence',
  title: 'Registrer fravær',
  summary: 'Registers a period of absence, with what it rests on and whether it counts. KVPF §§ 5–17; STL § 36.',
  schema: RecordAbsence,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['running', 'onLeave', 'interrupted', 'ended'],
  lawOn: ({ from }) => from,
  allowed: absenceMoment,
  decide: decideRecordAbsence,
  fillIn: ({ kind, from, stipendLost }) => ({
    ...(kind === 'illness' || kind === 'childIllness' ? { evidence: stipendLost === true ? 'selfCertified' : 'doctorsNote' } : {}),
    ...(kind === 'childIllness' && from !== undefined ? { childBirthDate: aSmallChild(from) } : {}),
  }),
  example: { kind: 'illness', from: '2025-03-10', to: '2025-03-12', evidence: 'selfCertified' },
});

/** Young enough for any law, for a told life that does not say. */
const aSmallChild = (on: IsoDate): IsoDate => iso(date(on).subtract({ years: 5 }));
