import { date } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, isRegistered } from '../kernel/guards.ts';
import { refusalsOf } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { gradingOf } from '../kernel/state/protection.ts';
import type { RecordProtection } from './record-protection.command.ts';
import type { ProtectionRecorded } from './record-protection.events.ts';

/** Registers a grading. What holds already is nothing new. Folkeregisterloven § 10-4; rulebook § 9.21. */
export function decideRecordProtection(state: CaseState, { on, grading }: RecordProtection, { today }: Context): Decision {
  return decideWhen(
    isRegistered(state),
    () => refusalsOf(dated(state, date(on), today)),
    (): readonly ProtectionRecorded[] =>
      gradingOf(state) === grading ? [] : [{ type: 'ProtectionRecorded', version: 1, data: { on }, personal: { grading } }],
  );
}
