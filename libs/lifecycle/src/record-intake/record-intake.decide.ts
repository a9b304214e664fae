import { date } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen } from '../kernel/guards.ts';
import { says, takesFacts } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { RecordIntake } from './record-intake.command.ts';
import type { IntakeRecorded } from './record-intake.events.ts';
import * as refusals from './record-intake.refusals.ts';

/** Registers the two months before the application once: they do not change, and what was wrong is corrected. Rulebook § 9.19. */
export function decideRecordIntake(state: CaseState, { on, ...told }: RecordIntake, { today }: Context): Decision {
  const { intake } = state.circumstances;
  const isKnown = intake.some((asked) => says(asked, { ...told, otherMunicipality: told.otherMunicipality ?? null }));
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        dated(state, date(on), today),
        !told.fromOtherMunicipality && told.otherMunicipality !== undefined && refuse(refusals.municipalityWithoutProgramme, []),
        told.otherMunicipality === state.application?.municipality && refuse(refusals.ownMunicipality, []),
        !isKnown && intake.length > 0 && refuse(recordedOtherwise, [], 'KOSTRA 11CF'),
      ),
    (): readonly IntakeRecorded[] => (isKnown ? [] : [{ type: 'IntakeRecorded', version: 1, data: { on }, personal: told }]),
  );
}
