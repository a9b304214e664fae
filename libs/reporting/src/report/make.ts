import type { IsoDate } from '@kvp/calendar';
import { areaName } from '../areas/area.ts';
import { suppress } from '../tables/suppress.ts';
import type { ReportTable } from '../tables/table.ts';
import type { AnyReport, Scope, Sums } from './definition.ts';

/** A report as it is shown, sent and submitted: what was asked, at which moment, and the figures. */
export interface Report {
  readonly kind: string;
  readonly title: string;
  readonly area: string;
  readonly areaName: string;
  readonly period: string;
  readonly asOf: IsoDate;
  /** An instant: what was recorded later is not in it. */
  readonly knownAt: string;
  /** Small counts of persons are hidden. */
  readonly suppressed: boolean;
  /** Cases that could not be opened, because the keys of their persons are gone: they are in no figure. */
  readonly unreadable: number;
  readonly tables: readonly ReportTable[];
}

export interface MakeOptions {
  readonly knownAt: string;
  readonly input?: unknown;
  readonly unreadable?: number;
  /** Hide small counts also where the report itself does not. */
  readonly suppressed?: boolean;
}

/** Makes a report of sums over the cases of its area. */
export function makeReport(definition: AnyReport, sums: Sums, scope: Scope, options: MakeOptions): Report {
  const { knownAt, input, unreadable = 0 } = options;
  const suppressed = definition.suppressed || options.suppressed === true;
  const tables = definition.tables(sums, scope, input);
  return {
    ...{ kind: definition.kind, title: definition.title, area: scope.area.code, areaName: areaName(scope.area, scope.asOf) },
    ...{ period: scope.period.text, asOf: scope.asOf, knownAt, suppressed, unreadable },
    tables: suppressed ? tables.map(suppress) : tables,
  };
}
