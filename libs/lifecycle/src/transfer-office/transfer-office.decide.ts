import { iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { dated, decideWhen, isBlank, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { TransferOffice } from './transfer-office.command.ts';
import type { OfficeTransferred } from './transfer-office.events.ts';
import { officeRequired } from './transfer-office.refusals.ts';

/**
 * Moves the case within the municipality, at any time: also a case that has ended may have an appeal to answer. It takes effect when it
 * is recorded, for who may see a case never depends on the calendar, so that it cannot be ordered ahead.
 */
export function decideTransferOffice(state: CaseState, { office, from }: TransferOffice, { today }: Context): Decision {
  const since = dateOr(from, today);
  return decideWhen(
    isRegistered(state),
    () => refusalsOf(isBlank(office) && refuse(officeRequired, []), dated(state, since, today)),
    (): readonly OfficeTransferred[] =>
      state.application?.office === office
        ? []
        : [{ type: 'OfficeTransferred', version: 1, data: { from: iso(since) }, personal: { office } }],
  );
}
