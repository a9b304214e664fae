import { type PlainDate, iso } from '@kvp/calendar';
import { type CaseState, type CaseStatus, type Phase, statusAt } from '@kvp/lifecycle';
import type { CaseOfPortfolio } from '@kvp/deciding';
import type { KeyRing } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import { caseFold } from '../case-fold.ts';
import { caseTable, sealContext } from '../engine/projection.ts';
import { openSealed } from '../reading/open-sealed.ts';
import { type Scope, within } from '../reading/scope.ts';
import { type AppealView, appealView } from './appeal-view.ts';
import { type Cursor, cursorOf, readCursor } from './cursor.ts';
import { participantStatus } from './project.ts';
import type { ParticipantStatusTables } from './tables.ts';

/** A case as it stands on a day. Dates print as ISO text. */
export interface CaseStatusView extends CaseStatus {
  readonly caseId: string;
  /** What people call the case by: the first eight digits of its id. */
  readonly reference: string;
  readonly revision: number;
  readonly personId: string;
  readonly municipality: string;
  readonly office: string;
  readonly caseworker: string | null;
  readonly asOf: PlainDate;
  readonly receivedOn: PlainDate;
  readonly birthDate: PlainDate;
  readonly start: CaseState['start'];
  readonly end: CaseState['end'];
  readonly children: CaseState['children'];
  /** As the case has them now, whatever day the rest is asked for. */
  readonly appeals: readonly AppealView[];
}

export interface CaseFilter {
  /** The phase on the day asked for. */
  readonly phase?: Phase;
  readonly office?: string;
  /** `reference` of the case. */
  readonly reference?: string;
  readonly caseworker?: string;
  /** The last decided day lies between these days, both inside. */
  readonly decidedFrom?: PlainDate;
  readonly decidedTo?: PlainDate;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface CasePage {
  readonly cases: readonly CaseStatusView[];
  /** Null on the last page. */
  readonly next: string | null;
}

const table = caseTable(participantStatus);

const IN_PROGRAMME: readonly Phase[] = ['running', 'onLeave', 'interrupted'];

/** Cases that are read at once. */
const PAGE = 100;

/** Queries on the participant status. Each takes the reader's scope; what lies outside it is not there. */
export function participantStatusQueries(db: Kysely<ParticipantStatusTables>, keys: KeyRing) {
  const base = (scope: Scope) =>
    db
      .selectFrom('read.participant_status')
      .select(['case_id', 'revision', 'sealed', sql<string>`received_on::text`.as('received_on')])
      .where(within(scope, 'read.participant_status'));

  async function views(rows: Awaited<ReturnType<ReturnType<typeof base>['execute']>>, asOf: PlainDate): Promise<CaseStatusView[]> {
    const opened = await openSealed(keys, rows, ({ case_id }) => sealContext(table, case_id));
    return opened.flatMap(({ row, personal }) => viewOf(row.case_id, row.revision, caseFold.fromJson(personal), asOf) ?? []);
  }

  return {
    /** Null when there is no such case in the scope. */
    async find(caseId: string, scope: Scope, asOf: PlainDate): Promise<CaseStatusView | null> {
      const [view] = await views(await base(scope).where('case_id', '=', caseId).execute(), asOf);
      return view ?? null;
    },

    /** The cases of one person, the newest application first. */
    async ofPerson(personId: string, scope: Scope, asOf: PlainDate): Promise<readonly CaseStatusView[]> {
      const rows = base(scope).where('person_id', '=', personId).orderBy('received_on', 'desc').orderBy('case_id', 'desc');
      return views(await rows.execute(), asOf);
    },

    /** Every case of the scope that is in programme on a day, a page at a time by id. Throws the signal's reason when it is stopped. */
    async *inProgramme(scope: Scope, on: PlainDate, signal?: AbortSignal): AsyncGenerator<readonly CaseOfPortfolio[]> {
      for (let after = ''; ;) {
        signal?.throwIfAborted();
        const rows = await base(scope)
          .where(phaseOn(on), 'in', [...IN_PROGRAMME])
          .where('case_id', '>', after)
          .orderBy('case_id')
          .limit(PAGE)
          .execute();
        const opened = await openSealed(keys, rows, ({ case_id }) => sealContext(table, case_id));
        yield opened.map(({ row, personal }) => ({ caseId: row.case_id, state: caseFold.fromJson(personal) }));
        const last = rows.at(-1);
        if (rows.length < PAGE || last === undefined) return;
        after = last.case_id;
      }
    },

    /** A page of cases, the newest application first. Throws InvalidCursor. */
    async list(scope: Scope, { limit, after, ...filter }: CaseFilter, asOf: PlainDate): Promise<CasePage> {
      const { phase, office, reference, caseworker, decidedFrom, decidedTo } = filter;
      let query = base(scope);
      if (office !== undefined) query = query.where('office', '=', office);
      // The ids sort byte by byte: a prefix is a range of the key.
      if (reference !== undefined) query = query.where(sql<boolean>`case_id ^@ ${reference.toLowerCase()}`);
      if (caseworker !== undefined) query = query.where('caseworker', '=', caseworker);
      if (decidedFrom !== undefined) query = query.where(sql<boolean>`decided_until >= ${iso(decidedFrom)}::date`);
      if (decidedTo !== undefined) query = query.where(sql<boolean>`decided_until <= ${iso(decidedTo)}::date`);
      if (phase !== undefined) query = query.where(phaseOn(asOf), '=', phase);
      if (after !== undefined) query = query.where(isAfter(readCursor(after)));
      // One more than asked for tells whether there is a next page.
      const rows = await query
        .orderBy('received_on', 'desc')
        .orderBy('case_id', 'desc')
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next = rows.length > limit && last !== undefined ? cursorOf({ receivedOn: last.received_on, caseId: last.case_id }) : null;
      return { cases: await views(page, asOf), next };
    },
  };
}

const referenceOf = (caseId: string): string => caseId.slice(0, 8);

/** The phase on a day: the first, and one further for every change up to that day. */
const phaseOn = (day: PlainDate) =>
  sql<string>`phases[1 + (select count(*) from unnest(phase_changes) as change where change <= ${iso(day)}::date)]`;

const isAfter = ({ receivedOn, caseId }: Cursor) => sql<boolean>`(received_on, case_id) < (${receivedOn}::date, ${caseId})`;

function viewOf(caseId: string, revision: number, state: CaseState, asOf: PlainDate): CaseStatusView | undefined {
  const { application, start, end, children } = state;
  if (application === null) return undefined;
  const { personId, municipality, office, receivedOn, birthDate } = application;
  const { caseworker } = state.handling;
  const about = { caseId, reference: referenceOf(caseId), revision, personId, municipality, office, caseworker };
  return { ...about, asOf, receivedOn, birthDate, ...statusAt(state, asOf), start, end, children, appeals: state.appeals.map(appealView) };
}
