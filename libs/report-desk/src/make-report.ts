import { type IsoDate, iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { type AnyReport, type Report, type Scope, coverage, grantModel, makeReport } from '@kvp/reporting';
import { type Desk, type Gathered, type GatherOptions, gather, instantText } from './gather.ts';
import { readSubmissions } from './submissions.ts';
import type { Walked } from './walk.ts';

/** A report needs a list that nobody has imported for its area and period. */
export class InputMissing extends Error {
  override readonly name = 'InputMissing';
  constructor(readonly kind: string) {
    super(`${kind} needs a list that has not been imported for this area and period: kvp report-input.`);
  }
}

export interface MakeOptions extends Omit<GatherOptions, 'hindsightAt'> {
  readonly now: Temporal.Instant;
  /** Hide small counts also where the report does not by itself. */
  readonly suppressed?: boolean;
}

export interface Made {
  readonly walked: Walked & Gathered;
  /** Null when it was stopped before its end. */
  readonly report: Report | null;
}

/** Makes a report from the log. Throws InputMissing before anything is read, and the store's errors. */
export async function reportFromLog(desk: Desk, definition: AnyReport, asked: Scope, options: MakeOptions): Promise<Made> {
  const { knownAt, now, suppressed } = options;
  const today: IsoDate = iso(dayIn(now));
  const scope: Scope = definition.hindsight !== undefined && asked.asOf < today ? { ...asked, hindsightOn: today } : asked;
  const input = await inputOf(desk, definition, scope, knownAt);
  const walked = await gather(desk, definition, scope, { ...options, hindsightAt: now });
  if (!walked.complete) return { walked, report: null };
  const { sums, unreadable } = walked;
  const report = makeReport(definition, sums, scope, {
    ...{ knownAt: instantText(knownAt), input, unreadable },
    ...(suppressed === undefined ? {} : { suppressed }),
  });
  return { walked, report };
}

/** What was imported for it by the moment; undefined for a report that needs nothing. */
async function inputOf(desk: Desk, { kind }: AnyReport, { area, period }: Scope, knownAt: Temporal.Instant): Promise<unknown> {
  if (kind !== coverage.kind && kind !== grantModel.kind) return undefined;
  const { inputs } = await readSubmissions(desk, kind, area.code, period.text, instantText(knownAt));
  if (kind === grantModel.kind) {
    if (inputs['grant'] === undefined) throw new InputMissing(kind);
    return inputs['grant'];
  }
  if (inputs['list'] === undefined) throw new InputMissing(kind);
  return { lists: inputs['list'], resources: inputs['resources'] ?? [] };
}
