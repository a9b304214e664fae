import type { CommandService, PaymentReads } from '@kvp/deciding';
import { iso } from '@kvp/calendar';
import { deadlinesOf, standingAt } from '@kvp/deadlines';
import { type CaseState, isProtected, isInProgramme, stateToJson, statusAt } from '@kvp/lifecycle';
import { type WorklistItem } from '@kvp/projections';
import { rulebook } from '@kvp/rulebook';
import { schedule, scheduleMonthData, stipendFacts } from '@kvp/stipend';
import type { CaseReads, CaseView, ReadScope } from '../cases/case-reads.ts';

/** Reads for specs, straight from the log: as the read models answer, without a projector. `known` lists the cases there are. */
export function inMemoryReads(
  commands: Pick<CommandService, 'loadCase'>,
  known: () => readonly string[],
  payments: PaymentReads,
): CaseReads {
  const within = async (
    caseId: string,
    { municipality, office, protectedToo = false }: ReadScope,
  ): Promise<{ revision: number; state: CaseState } | null> => {
    const found = await commands.loadCase(caseId);
    const application = found?.state.application;
    if (found === null || application?.municipality !== municipality || (isProtected(found.state) && !protectedToo)) return null;
    return office === undefined || application.office === office ? found : null;
  };
  const find: CaseReads['find'] = async (caseId, scope, asOf) => {
    const found = await within(caseId, scope);
    if (found === null) return null;
    const { phase, countedDays } = statusAt(found.state, asOf);
    return { caseId, revision: found.revision, phase, countedDays, state: stateToJson(found.state) } as CaseView;
  };
  const all = async (scope: ReadScope, asOf: Temporal.PlainDate): Promise<CaseView[]> =>
    (await Promise.all([...known()].sort().map((caseId) => find(caseId, scope, asOf)))).filter((view) => view !== null);
  const view = async (caseId: string, scope: ReadScope): Promise<CaseView | null> => {
    const found = await within(caseId, scope);
    return found && { caseId, revision: found.revision };
  };

  return {
    find,
    ...payments,
    async schedule(caseId, scope) {
      const found = await within(caseId, scope);
      const facts = found === null ? null : stipendFacts(found.state);
      return found && { caseId, revision: found.revision, months: facts === null ? [] : schedule(facts).map(scheduleMonthData) };
    },
    auditTrail: view,
    async list(scope, { limit, after = '' }, asOf) {
      const rest = (await all(scope, asOf)).filter(({ caseId }) => caseId > after);
      const cases = rest.slice(0, limit);
      return { cases, next: rest.length > limit ? (cases.at(-1)?.caseId ?? null) : null };
    },
    async ofPerson(personId, scope, asOf) {
      const cases = await all(scope, asOf);
      const states = await Promise.all(cases.map(({ caseId }) => commands.loadCase(caseId)));
      return cases.filter((_case, index) => states[index]?.state.application?.personId === personId);
    },
    async *inProgramme(scope, on) {
      for (const caseId of [...known()].sort()) {
        const found = await within(caseId, scope);
        if (found !== null && isInProgramme(found.state, on)) yield [{ caseId, state: found.state }];
      }
    },
    async worklist(scope, { limit, kind, standing }, { on, leadTimes }) {
      const items: WorklistItem[] = [];
      for (const caseId of known()) {
        const found = await within(caseId, scope);
        const { office = '' } = found?.state.application ?? {};
        const deadlines = found === null ? [] : deadlinesOf(found.state, (day) => rulebook.at(day, on));
        for (const { settledOn: _, ...deadline } of deadlines.filter((each) => standingAt(each, on, leadTimes) !== 'settled')) {
          const stands = standingAt({ ...deadline, settledOn: null }, on, leadTimes) as WorklistItem['standing'];
          const of = { caseId, office, caseworker: found?.state.handling.caseworker ?? null };
          items.push({ ...of, ...deadline, due: iso(deadline.due), standing: stands });
        }
      }
      const wanted = items.filter((item) => (kind === undefined || item.kind === kind) && item.standing === (standing ?? item.standing));
      const shown = wanted.slice(0, limit);
      return { items: JSON.stringify(shown), caseIds: [...new Set(shown.map(({ caseId }) => caseId))], next: null };
    },
    waitUntil: async (caseId, revision) => ((await commands.loadCase(caseId))?.revision ?? -1) >= revision,
  };
}
