import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import { CAUSES, LEGAL_FORMS } from './causes.ts';
import { decidePause, pauseMoment } from './pause.decide.ts';
import { provisionFor } from './play-provision.ts';

export const PauseProgramme = record({
  ...decisionFields,
  legalForm: oneOf(LEGAL_FORMS, 'Leave with stipend, leave without, or interruption. Decides stipend and duration; the cause does not.'),
  cause: oneOf(CAUSES, 'Why. Never decides whether stipend is paid.'),
  provision: Type.Optional(shortText('Which leave it is, e.g. `KVPF § 15`. Required for leave with stipend.', 60)),
  from: isoDate('The first day away.'),
  to: Type.Optional(isoDate('The planned last day away. The pause lasts until `resume` all the same.')),
  justification: Type.Optional(freeText('The circumstances it rests on. Required for an interruption.')),
  noticeGiven: Type.Optional(yesOrNo('Whether the participant was notified beforehand (FVL § 16). Required for an interruption.')),
  noticeException: Type.Optional(freeText('Which exception made notice needless.')),
  childBornOn: Type.Optional(isoDate('When the child was born, for leave after birth.')),
});
export type PauseProgramme = Static<typeof PauseProgramme>;

export const pause = defineCommand<PauseProgramme>({
  name: 'pause',
  title: 'Innvilg permisjon eller avbryt program',
  summary: 'Grants leave or interrupts the programme. STL §§ 32, 34 and 36; KVPF §§ 12–16.',
  schema: PauseProgramme,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today, law }) => pauseMoment(state, today, law),
  decide: decidePause,
  fillIn: ({ legalForm, cause, decidedOn }) => ({
    ...(legalForm === 'LEAVE_WITH_STIPEND' ? { provision: provisionFor(cause, decidedOn) } : {}),
    ...(legalForm === 'INTERRUPTION' ? { justification: 'Deltakeren kan ikke delta i perioden.', noticeGiven: true } : {}),
    backdatingReason: 'Registrert i ettertid.',
  }),
  example: {
    legalForm: 'INTERRUPTION',
    cause: 'rehabilitation',
    from: '2025-05-05',
    to: '2025-08-01',
    justification: 'Tolv ukers opphold på rehabiliteringsinstitusjon, der deltakeren ikke kan følge programmet.',
    noticeGiven: true,
  },
});
