import { isBefore, iso, isSame } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import * as grantRefusals from '../grant/grant.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import type { Correction } from '../kernel/definitions.ts';
import { dateOr, isoDate, oneOf, record } from '../kernel/fields.ts';
import { decideWhen } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { beforeApplication, decidedBeforeApplication } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { applicationLimits } from './apply.decide.ts';
import { type ApplicationRegistered, CHANNELS } from './apply.events.ts';
import { applicationNotWithdrawn, applicationUnchanged } from './apply.refusals.ts';

/** Who applied is no fact of the case: number and name are corrected with the person. */
const ApplicationAgain = record({
  birthDate: Type.Optional(isoDate('Birth date of the applicant. As registered when left out.')),
  receivedOn: Type.Optional(isoDate('The day the application reached the office. As registered when left out.')),
  channel: Type.Optional(oneOf(CHANNELS, 'How the application came. As registered when left out.')),
});
type ApplicationAgain = Static<typeof ApplicationAgain>;

/**
 * The application as it should have been registered. Deadlines, ages and the rate under 25 follow from it at once, also backwards
 * (rulebook § 9.4); what has been decided stands until someone looks at it again.
 */
function correctApplication(state: CaseState, facts: ApplicationAgain, { today }: Context): Decision {
  const { application, grant, handling } = state;
  if (application === null) return { events: [] };
  const received = dateOr(facts.receivedOn, application.receivedOn);
  const birthDate = dateOr(facts.birthDate, application.birthDate);
  const channel = facts.channel ?? (application.channel as ApplicationRegistered['data']['channel']);
  const [first] = state.decisions.filter(({ undoneBy }) => undoneBy === null);
  const isSameAsBefore =
    isSame(received, application.receivedOn) && isSame(birthDate, application.birthDate) && channel === application.channel;
  return decideWhen(
    isSameAsBefore ? [refuse(applicationUnchanged, [])] : [],
    () =>
      refusalsOf(
        applicationLimits(received, birthDate, today),
        handling.withdrawnOn !== null && isBefore(handling.withdrawnOn, received) && refuse(beforeApplication, [received]),
        first !== undefined && isBefore(first.decidedOn, received) && refuse(decidedBeforeApplication, [received]),
        grant !== null && isBefore(grant.period.from, received) && refuse(grantRefusals.startsBeforeApplication, [received]),
      ),
    (): [ApplicationRegistered] => [
      {
        type: 'ApplicationRegistered',
        version: 1,
        data: { personId: application.personId, receivedOn: iso(received), channel },
        personal: { birthDate: iso(birthDate), municipality: application.municipality, office: application.office },
      },
    ],
  );
}

export const applicationCorrection: Correction = {
  replacement: {
    schema: ApplicationAgain,
    lawOn: ({ receivedOn }: ApplicationAgain) => receivedOn,
    decide: correctApplication,
  },
  withdrawal: () => [refuse(applicationNotWithdrawn, [])],
};
