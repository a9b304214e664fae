import type { Scope } from '@kvp/access';
import type { PlainDate } from '@kvp/calendar';
import type { CaseOfPortfolio, PaymentReads } from '@kvp/deciding';
import type { Actor, Phase } from '@kvp/lifecycle';
import type { ScheduleMonthData } from '@kvp/stipend';
import type { WorklistDay, WorklistFilter, WorklistPage } from '@kvp/projections';

/** How far a reader sees. It goes into the WHERE of every query. */
export interface ReadScope {
  readonly municipality: string;
  readonly office?: string;
  /** Cases of protected and shielded persons as well; without it they are as if absent. */
  readonly protectedToo?: boolean;
}

/** A view of one case: whose it is and as of which revision, beside what it shows. */
export interface CaseView {
  readonly caseId: string;
  /** Where the view says whose case it is. */
  readonly personId?: string;
  readonly revision: number;
}

export interface CaseFilter {
  readonly phase?: Phase;
  readonly office?: string;
  /** The eight digits that a case is called by: the first of its id. */
  readonly reference?: string;
  readonly caseworker?: string;
  /** The last decided day lies between these days, both inside. */
  readonly decidedFrom?: PlainDate;
  readonly decidedTo?: PlainDate;
  readonly limit: number;
  /** The cursor of the page before. */
  readonly after?: string;
}

/** The read models, as this door needs them. Null = no such case within the scope, which may mean somebody else's. */
export interface CaseReads extends PaymentReads {
  find(caseId: string, scope: ReadScope, asOf: PlainDate): Promise<CaseView | null>;
  list(
    scope: ReadScope,
    filter: CaseFilter,
    asOf: PlainDate,
  ): Promise<{ readonly cases: readonly CaseView[]; readonly next: string | null }>;
  /** What falls due on a day. Throws InvalidCursor. */
  worklist(scope: ReadScope, filter: WorklistFilter, day: WorklistDay): Promise<WorklistPage>;
  schedule(caseId: string, scope: ReadScope): Promise<(CaseView & { readonly months: readonly ScheduleMonthData[] }) | null>;
  auditTrail(caseId: string, scope: ReadScope): Promise<CaseView | null>;
  /** The cases of a person. */
  ofPerson(personId: string, scope: ReadScope, asOf: PlainDate): Promise<readonly CaseView[]>;
  /** Every case of the scope that is in programme on a day, some at a time. Throws the signal's reason when it is stopped. */
  inProgramme(scope: ReadScope, on: PlainDate, signal?: AbortSignal): AsyncIterable<readonly CaseOfPortfolio[]>;
  /** False when the read models had not reached the revision in time. */
  waitUntil(caseId: string, revision: number, timeoutMs: number): Promise<boolean>;
}

/** The scope of an actor in the role and place that their token names. */
export const readScope = ({ municipality, office, seesProtected = false }: Actor, scope: Scope): ReadScope => ({
  ...{ municipality, protectedToo: seesProtected },
  ...(scope === 'office' ? { office } : {}),
});
