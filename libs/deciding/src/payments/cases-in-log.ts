import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { emptyFile } from '../case/case-file.ts';
import { createCaseFiles } from '../case/case-files.ts';
import { createRates } from '../rates/rates.ts';
import { createRegisterFiles } from '../register/register-files.ts';
import { type CasesToPay, caseToPay } from './case-to-pay.ts';

const CASE = 'case-';

/**
 * The cases of a municipality as the log itself has them. It reads the whole log to find them: for a small one, and where there are no read
 * models.
 */
export function casesInLog(store: EventStore, keys: KeyRing): CasesToPay {
  const rates = createRates(createRegisterFiles(store, keys, () => performance.now()));
  return {
    async *read({ municipality, caseId, ...asked }) {
      const files = createCaseFiles({ store, keys, max: 1 });
      const known = await rates.now();
      const ids = caseId === undefined ? await idsIn(store, asked.signal) : [caseId];
      for (const id of ids) {
        const { state, revision } = await files.refresh(emptyFile(id));
        if (revision >= 0 && state.application?.municipality === municipality) yield [caseToPay(id, state, asked, known)];
      }
    },
  };
}

async function idsIn(store: EventStore, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { events, caughtUp } of store.subscribeAll(signal === undefined ? {} : { signal })) {
    for (const { stream } of events) if (stream.startsWith(CASE)) ids.add(stream.slice(CASE.length));
    if (caughtUp) break;
  }
  return [...ids].sort();
}
