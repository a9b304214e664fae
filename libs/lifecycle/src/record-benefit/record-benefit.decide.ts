import { date } from '@kvp/calendar';
import { kroner } from '@kvp/money';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOrNull } from '../kernel/fields.ts';
import { decideWhen, endsAfterStart } from '../kernel/guards.ts';
import { takesFacts, withinLife } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { isOverlapping, standing, unlessKnown } from '../kernel/state/lasting.ts';
import { existed, reducesStipend } from './benefit-kinds.ts';
import type { RecordBenefit } from './record-benefit.command.ts';
import type { BenefitRecorded } from './record-benefit.events.ts';
import * as refusals from './record-benefit.refusals.ts';

/**
 * Registers a benefit. Of one kind there is one amount a day: a new one begins when the old has ended. Different kinds add up. STL § 38;
 * decided point 18.
 */
export function decideRecordBenefit(state: CaseState, command: RecordBenefit, { today, law }: Context): Decision {
  const { kind } = command;
  const stretch = { from: date(command.from), to: dateOrNull(command.to) };
  const orePerDay = kroner(command.kronerPerDay);
  const sameKind = state.circumstances.benefits.filter((benefit) => benefit.kind === kind);
  const told = standing(
    sameKind.filter((benefit) => benefit.orePerDay === orePerDay),
    stretch,
  );
  const runs = told.is === 'new' && sameKind.some((benefit) => isOverlapping(benefit, stretch));
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        withinLife(state, stretch.from, today),
        endsAfterStart(stretch.from, stretch.to),
        !existed(kind, law) && refuse(refusals.benefitNotInLaw, []),
        told.is === 'contrary' && refuse(recordedOtherwise, [], 'STL § 38'),
        runs && refuse(refusals.benefitRuns, []),
      ),
    () =>
      unlessKnown(told, (): BenefitRecorded => ({
        type: 'BenefitRecorded',
        version: 1,
        data: { from: command.from, ...(command.to === undefined ? {} : { to: command.to }), ...told.ends },
        personal: { kind, orePerDay, reduces: reducesStipend(kind, law) },
      })),
  );
}
