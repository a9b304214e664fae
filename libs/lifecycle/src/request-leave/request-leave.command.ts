import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record, shortText } from '../kernel/fields.ts';
import { CAUSES } from '../pause/causes.ts';
import { decideRequestLeave, requestLeaveMoment } from './request-leave.decide.ts';

export const RequestLeave = record({
  receivedOn: isoDate('The day the request came to the office.'),
  from: isoDate('The first day asked for.'),
  to: isoDate('The last day asked for.'),
  cause: oneOf(CAUSES, 'Why.'),
  provision: Type.Optional(shortText('Which leave is asked for, e.g. `KVPF § 15`.', 60)),
  reason: Type.Optional(freeText("The participant's own words.")),
});
export type RequestLeave = Static<typeof RequestLeave>;

export const requestLeave = defineCommand<RequestLeave>({
  name: 'requestLeave',
  title: 'Registrer søknad om permisjon',
  summary: 'Registers a request for leave; `pause` grants it and `refuseLeave` refuses it. KVPF § 15; STL § 36.',
  schema: RequestLeave,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: (state, { today }) => requestLeaveMoment(state, today),
  decide: decideRequestLeave,
  example: {
    receivedOn: '2025-04-22',
    from: '2025-05-05',
    to: '2025-05-07',
    cause: 'welfare',
    provision: 'KVPF § 15',
    reason: 'Barnet begynner i barnehage.',
  },
});
