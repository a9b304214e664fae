import { type IsoDate, isIsoDate } from '@kvp/calendar';
import { areaOn } from '../areas/area.ts';
import type { AnyReport, Scope } from './definition.ts';
import { PERIOD_EXAMPLE, periodOf } from './period.ts';

/** Why a report cannot be made: which part of the question is wrong, in bokmål. */
export interface AskedFault {
  readonly field: 'area' | 'period' | 'asOf';
  readonly message: string;
}

export interface Asked {
  readonly area: string;
  readonly period: string;
  /** A day of the period; its last one, or today when that comes first, when left out. */
  readonly asOf?: string | undefined;
}

/** Reads what is asked of a report: the scope, or every fault of the question. */
export function askedOf(
  { periods, firstAsOf, lastYear }: Pick<AnyReport, 'periods' | 'firstAsOf' | 'lastYear'>,
  asked: Asked,
  today: IsoDate,
): Scope | readonly AskedFault[] {
  const period = periodOf(periods, asked.period);
  if (period === undefined) return [{ field: 'period', message: `skal skrives som ${PERIOD_EXAMPLE[periods]}` }];
  const asOf = asked.asOf ?? (period.to < today ? period.to : today);
  if (!isIsoDate(asOf)) return [{ field: 'asOf', message: 'skal være en dato, som 2026-12-31' }];
  const faults: AskedFault[] = [];
  if (period.to < firstAsOf || asOf < firstAsOf) faults.push({ field: 'period', message: `rapporten finnes tidligst per ${firstAsOf}` });
  if (lastYear !== undefined && Number(period.from.slice(0, 4)) > lastYear)
    faults.push({ field: 'period', message: `ordningen tok slutt med ${lastYear}` });
  if (period.from > today) faults.push({ field: 'period', message: 'perioden har ikke begynt' });
  else if (asOf < period.from || asOf > period.to) faults.push({ field: 'asOf', message: 'skal ligge i perioden' });
  else if (asOf > today) faults.push({ field: 'asOf', message: 'kan ikke være senere enn i dag' });
  const area = areaOn(asked.area, asOf);
  if (area === undefined)
    faults.push({ field: 'area', message: 'skal være en kommune, en bydel i Oslo (030105), et fylke eller NO, med nummeret på den dagen' });
  return area === undefined || faults.length > 0 ? faults : { area, period, asOf };
}
