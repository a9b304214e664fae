import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, shortText } from '../kernel/fields.ts';
import { applyMoment, decideApply } from './apply.decide.ts';
import { CHANNELS } from './apply.events.ts';

export const ApplyForProgramme = record({
  identityNumber: Type.String({
    pattern: '^\\d{11}$',
    description: 'Fødselsnummer or D-number of the applicant, eleven digits. Kept with the person, never in the case.',
  }),
  birthDate: isoDate('Birth date of the applicant, as registered; it is never derived from the identity number.'),
  name: Type.Optional(shortText('Name of the applicant.')),
  receivedOn: isoDate('The day the application reached the office. The six months until the start run from it.'),
  channel: Type.Optional(oneOf(CHANNELS, 'How the application came. Digital when left out.')),
});
export type ApplyForProgramme = Static<typeof ApplyForProgramme>;

export const apply = defineCommand<ApplyForProgramme>({
  name: 'apply',
  title: 'Registrer søknad',
  summary: 'Registers an application for the programme and opens the case. STL § 31.',
  schema: ApplyForProgramme,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['new'],
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: applyMoment,
  decide: decideApply,
  fillIn: () => ({ channel: 'digital' }),
  example: {
    identityNumber: '02849000058',
    birthDate: '1990-04-02',
    name: 'Kari Eksempel',
    receivedOn: '2025-01-06',
    channel: 'digital',
  },
});
