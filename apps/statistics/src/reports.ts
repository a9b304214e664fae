import { date } from '@kvp/calendar';
import { type AnyReport, type CaseFacts, type Report, type Scope, addTo, factsOf, makeReport } from '@kvp/reporting';
import type { Pool } from 'pg';
import { casesKnownAt } from './known-cases.ts';
import { isPlaced, stateOf } from './to-state.ts';

/** A report from the published records alone, as known by a moment; the same figures as from the log. */
export async function reportFrom(pool: Pool, definition: AnyReport, scope: Scope, knownAt: string): Promise<Report> {
  const sums: Record<string, number> = {};
  for await (const { facts } of factsKnownAt(pool, scope, knownAt)) addTo(sums, definition.contributions(facts, scope));
  return makeReport(definition, sums, scope, { knownAt });
}

async function* factsKnownAt(
  pool: Pool,
  { asOf }: Scope,
  knownAt: string,
): AsyncGenerator<{ readonly id: string; readonly facts: CaseFacts }> {
  for await (const { records, place } of casesKnownAt(pool, knownAt)) {
    const state = stateOf(records, place);
    const facts = factsOf(state, date(asOf));
    if (facts !== null)
      yield { id: records[0]?.case ?? '', facts: isPlaced(state) ? facts : { ...facts, municipality: null, district: null } };
  }
}

/** Why a figure moved between two moments: the cases that add something else now, and what was learned of them in between. */
export interface Movement {
  readonly case: string;
  readonly figure: string;
  readonly before: number;
  readonly after: number;
  readonly because: readonly { readonly type: string; readonly functionalOn: string; readonly recordedAt: string }[];
}

/** Explains the difference between a report known at `earlier` and the same known at `later`, case by case. */
export async function explain(
  pool: Pool,
  definition: AnyReport,
  scope: Scope,
  earlier: string,
  later: string,
): Promise<readonly Movement[]> {
  const then = await contributionsAt(pool, definition, scope, earlier);
  const now = await contributionsAt(pool, definition, scope, later);
  const moved = [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [before = 0, after = 0] = [then.get(key), now.get(key)];
    const [id = '', figure = ''] = key.split(' ', 2);
    return before === after ? [] : [{ case: id, figure, before, after }];
  });
  const { rows } = await pool.query<Movement['because'][number] & { readonly case: string }>(
    `select case_id as case, value->>'type' as type, value->>'functionalOn' as "functionalOn", value->>'recordedAt' as "recordedAt"
     from statistics.record where case_id = any($1) and recorded_at > $2 and recorded_at <= $3 order by case_id, sequence`,
    [moved.map((each) => each.case), earlier, later],
  );
  const learned = Map.groupBy(rows, (row) => row.case);
  return moved.map((each) => ({
    ...each,
    because: (learned.get(each.case) ?? []).map(({ type, functionalOn, recordedAt }) => ({ type, functionalOn, recordedAt })),
  }));
}

async function contributionsAt(pool: Pool, definition: AnyReport, scope: Scope, knownAt: string): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>();
  for await (const { id, facts } of factsKnownAt(pool, scope, knownAt)) {
    for (const [figure, , amount] of definition.contributions(facts, scope)) {
      const key = `${id} ${figure}`;
      all.set(key, (all.get(key) ?? 0) + amount);
    }
  }
  return all;
}
