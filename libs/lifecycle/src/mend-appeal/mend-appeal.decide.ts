import { type PlainDate, date, isAfter, isBefore } from '@kvp/calendar';
import { appealedIn, assessment } from '../appeal/assessment.ts';
import { namedAppeal } from '../appeal/named-appeal.ts';
import { appealedBeforeDecided, postedAfterReceived } from '../appeal/appeal.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr, dateOrNull } from '../kernel/fields.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal, FormRequirement } from '../kernel/state/appeals.ts';
import type { MendAppeal } from './mend-appeal.command.ts';
import type { AppealMended } from './mend-appeal.events.ts';
import * as refusals from './mend-appeal.refusals.ts';

/** Registers what the party made good, in time or not: one that comes late is not refused, and what follows is for the office. FVL § 32. */
export function decideMendAppeal(state: CaseState, command: MendAppeal, context: Context): Decision {
  const { appeal, refusals: moment } = namedAppeal(state, command.appeal, ['received']);
  if (appeal === undefined) return { refusals: moment };
  const mended = mendedBy(command, appeal);
  return decideWhen(
    moment,
    () => refusalsOf(limits(appeal, mended, command, context.today), dayLimits(state, appeal, command, context.today)),
    () => {
      const sent = sentOf(appeal, command);
      const isOtherwise = command.postedOn !== undefined || command.receivedOn !== undefined;
      return [
        mending(appeal, mended, command),
        ...(isOtherwise ? [assessment({ number: appeal.number, ...sent }, appealedIn(state, appeal), context)] : []),
      ];
    },
  );
}

/** When it was posted and came, as it is known now. */
const sentOf = ({ receivedOn, postedOn }: Appeal, command: MendAppeal): Pick<Appeal, 'receivedOn' | 'postedOn'> => ({
  receivedOn: dateOr(command.receivedOn, receivedOn),
  postedOn: dateOrNull(command.postedOn) ?? postedOn,
});

const mendedBy = ({ mended, postedOn, receivedOn }: MendAppeal, { defects }: Appeal): readonly FormRequirement[] =>
  mended ?? (postedOn === undefined && receivedOn === undefined ? defects : []);

function limits(
  { receivedOn, defects }: Appeal,
  mended: readonly FormRequirement[],
  { mendedOn, postedOn, receivedOn: told }: MendAppeal,
  today: PlainDate,
): readonly Refusal[] {
  const on = date(mendedOn);
  return refusalsOf(
    hasHappened(on, today),
    isBefore(on, receivedOn) && refuse(refusals.mendedBeforeReceived, [receivedOn]),
    mended.length === 0 && postedOn === undefined && told === undefined && refuse(refusals.nothingToMend, []),
    mended.some((each) => !defects.includes(each)) && refuse(refusals.doesNotLack, []),
  );
}

/** The days of the appeal as they are known now: as when it was registered. */
function dayLimits(state: CaseState, appeal: Appeal, command: MendAppeal, today: PlainDate): readonly Refusal[] {
  const { receivedOn, postedOn } = sentOf(appeal, command);
  const before = appealedIn(state, appeal).find(({ decidedOn }) => isBefore(postedOn ?? receivedOn, decidedOn));
  return refusalsOf(
    command.receivedOn !== undefined && hasHappened(receivedOn, today),
    postedOn !== null && isAfter(postedOn, receivedOn) && refuse(postedAfterReceived, [receivedOn]),
    before !== undefined && refuse(appealedBeforeDecided, [before.decidedOn]),
  );
}

const mending = (
  { number, defects, mending: asked }: Appeal,
  mended: readonly FormRequirement[],
  { mendedOn, postedOn, receivedOn, wants, grounds }: MendAppeal,
): AppealMended => ({
  type: 'AppealMended',
  version: 1,
  data: {
    appeal: number,
    mendedOn,
    mended: [...mended],
    lacks: defects.filter((each) => !mended.includes(each)),
    late: mended.length > 0 && asked !== null && isAfter(date(mendedOn), asked.mendBy),
    ...(postedOn === undefined ? {} : { postedOn }),
    ...(receivedOn === undefined ? {} : { receivedOn }),
  },
  personal: { ...(wants === undefined ? {} : { wants }), ...(grounds === undefined ? {} : { grounds }) },
});
