import { date } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { SOCIAL_ASSISTANCE } from './social-assistance.ts';

const data = record({ on: isoDate('The day it was asked about.') });
const personal = record({
  socialAssistance: oneOf(SOCIAL_ASSISTANCE, 'Social assistance in the two months before the application.'),
  introductionBenefit: yesOrNo('Introduction benefit in those months.'),
  tiltakspenger: yesOrNo('Tiltakspenger (until 2010: individstønad) in those months.'),
  nationalInsurance: yesOrNo('A benefit to live on under the National Insurance Act in those months.'),
  fromOtherMunicipality: yesOrNo('From a programme in another municipality.'),
  otherMunicipality: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'Which municipality; left out when nobody knows.' })),
});

export type IntakeRecorded = DomainEvent<'IntakeRecorded', Static<typeof data>, Static<typeof personal>>;

export const intakeRecorded = defineEvent<IntakeRecorded>({
  type: 'IntakeRecorded',
  version: 1,
  summary: 'What the applicant lived on before the application was registered, and an earlier programme elsewhere.',
  schema: { data, personal },
  evolve: (state, { data: { on }, personal: { otherMunicipality = null, ...told } }) =>
    inRoom(state, 'intake', (asked) => [...asked, { recordedIn: state.revision, on: date(on), ...told, otherMunicipality }]),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { on } }) => on,
  provision: 'KOSTRA 11CF',
  audit: () =>
    'Det ble registrert hva søkeren levde av de to siste månedene før søknaden, og om søkeren kom fra et program i en annen kommune.',
  published: 'published',
  example: {
    type: 'IntakeRecorded',
    version: 1,
    data: { on: '2025-01-06' },
    personal: {
      ...{ socialAssistance: 'main', introductionBenefit: false, tiltakspenger: false, nationalInsurance: false },
      ...{ fromOtherMunicipality: true, otherMunicipality: '4003' },
    },
  },
});
