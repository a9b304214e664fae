import { userInfo } from 'node:os';
import { type AccessEntry, createAccessLog, prepareAccessLog } from '@kvp/access';
import { VERSION } from '@kvp/api';
import type { PlainDate } from '@kvp/calendar';
import { createCommandService } from '@kvp/deciding';
import { type WorklistFilter, type WorklistItem, bringUpToDate, createCaseQueries, worklist } from '@kvp/projections';
import type { Installation } from '../installation/open-installation.ts';

/** The open deadlines of one municipality, all of them. */
export interface MunicipalityWorklist {
  readonly municipality: string;
  readonly items: readonly WorklistItem[];
}

export interface WorklistOptions {
  readonly on: PlainDate;
  /** One municipality; each that has a case when left out. */
  readonly municipality?: string;
  readonly filter: Omit<WorklistFilter, 'limit' | 'after'>;
  readonly signal: AbortSignal;
  readonly onCatchUp?: (handled: number) => void;
}

const PAGE = 500;

/** What falls due, once the read model has everything that was in the log at the start. Who looks is written down first. */
export async function readWorklist(
  { store, pool, keys, keyFile }: Installation,
  { on, municipality, filter, signal, onCatchUp }: WorklistOptions,
): Promise<readonly MunicipalityWorklist[]> {
  await bringUpToDate(worklist, {
    ...{ store, pool, keys, codeVersion: VERSION, signal },
    ...(onCatchUp === undefined ? {} : { onProgress: onCatchUp }),
  });
  await prepareAccessLog(pool);
  const access = createAccessLog(pool);
  const commands = createCommandService({ store, keys, keyFile, codeVersion: VERSION });
  const queries = createCaseQueries({ pool, keys, rates: commands.rates });
  try {
    const lists: MunicipalityWorklist[] = [];
    for (const each of municipality === undefined ? await queries.municipalities() : [municipality]) {
      const { leadTimes } = await commands.policyOn(each, on);
      const items: WorklistItem[] = [];
      let after: string | null | undefined;
      do {
        const paged = { ...filter, limit: PAGE, ...(after == null ? {} : { after }) };
        const page = await queries.worklist({ municipality: each }, paged, { on, leadTimes });
        await access.write(page.caseIds.map((caseId) => entryOf(each, caseId)));
        items.push(...(JSON.parse(page.items) as WorklistItem[]));
        after = page.next;
      } while (after !== null && !signal.aborted);
      lists.push({ municipality: each, items });
    }
    return lists;
  } finally {
    queries.close();
  }
}

/** Nobody has a token here: the entry names the account that the command runs under. */
const entryOf = (municipality: string, caseId: string): AccessEntry => ({
  actorId: `account:${userInfo().username}`,
  role: 'operations',
  municipality,
  office: '',
  action: 'kvp-worklist',
  caseId,
  personId: null,
  outcome: 'permitted',
  correlationId: 'kvp',
});
