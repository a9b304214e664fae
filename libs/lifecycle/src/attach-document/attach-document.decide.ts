import { iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { AttachDocument } from './attach-document.command.ts';
import type { DocumentAttached } from './attach-document.events.ts';
import { fileNotStored } from './attach-document.refusals.ts';
import { titleFaults } from './title-faults.ts';

/** Puts a stored file into the case. The same file under the same title is there once. Arkivforskrifta § 15. */
export function decideAttachDocument(
  state: CaseState,
  { file: named, title, kind = 'other', receivedOn }: AttachDocument,
  { today, file }: Context,
): Decision {
  const on = dateOr(receivedOn, today);
  const isStored = file?.sha256 === named;
  const isThere = state.handling.documents.some(
    (known) => known.file.sha256 === named && known.title === title.trim() && known.kind === kind,
  );
  return decideWhen(
    isRegistered(state),
    () => refusalsOf(!isStored && refuse(fileNotStored, []), titleFaults(title), hasHappened(on, today)),
    (): DocumentAttached[] =>
      file === undefined || isThere
        ? []
        : [{ type: 'DocumentAttached', version: 1, data: { receivedOn: iso(on), ...file }, personal: { title: title.trim(), kind } }],
  );
}
