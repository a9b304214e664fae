import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { decideRecordIntake } from './record-intake.decide.ts';
import { SOCIAL_ASSISTANCE } from './social-assistance.ts';

export const RecordIntake = record({
  on: isoDate('The day it was asked about.'),
  socialAssistance: oneOf(
    SOCIAL_ASSISTANCE,
    'Social assistance in the two months before the application: none, the main livelihood, or beside it.',
  ),
  introductionBenefit: yesOrNo('Whether there was introduction benefit in those months.'),
  tiltakspenger: yesOrNo('Whether there was tiltakspenger (until 2010: individstønad) in those months.'),
  nationalInsurance: yesOrNo('Whether there was a benefit to live on under the National Insurance Act in those months.'),
  fromOtherMunicipality: yesOrNo('Whether the participant comes from a programme in another municipality.'),
  otherMunicipality: Type.Optional(
    Type.String({ pattern: '^\\d{4}$', description: 'Which municipality, by the number of its time; left out when nobody knows.' }),
  ),
});
export type RecordIntake = Static<typeof RecordIntake>;

export const recordIntake = defineCommand<RecordIntake>({
  name: 'recordIntake',
  title: 'Registrer inntekt før søknaden',
  summary: 'Registers what the applicant lived on before the application, none included, and an earlier programme elsewhere. KOSTRA 11CF.',
  schema: RecordIntake,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ on }) => on,
  allowed: takesFacts,
  decide: decideRecordIntake,
  fillIn: () => ({
    socialAssistance: 'none',
    introductionBenefit: false,
    tiltakspenger: false,
    nationalInsurance: false,
    fromOtherMunicipality: false,
  }),
  example: {
    on: '2025-01-06',
    socialAssistance: 'main',
    introductionBenefit: false,
    tiltakspenger: false,
    nationalInsurance: false,
    fromOtherMunicipality: true,
    otherMunicipality: '4003',
  },
});
