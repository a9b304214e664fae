import { coverage } from './coverage/coverage.ts';
import { expenditure } from './expenditure/expenditure.ts';
import { forecast } from './forecast/forecast.ts';
import { grantModel } from './grant-model/grant-model.ts';
import { monthly } from './monthly/monthly.ts';
import type { AnyReport } from './report/definition.ts';
import { tertial } from './tertial/tertial.ts';

/** Every report of figures. KOSTRA 11CF is no such report: it says who people are, and has doors of its own. */
export const REPORTS: readonly AnyReport[] = [monthly, tertial, coverage, grantModel, expenditure, forecast];

/** A report by its name in addresses; undefined for what is none. */
export const reportOf = (kind: string): AnyReport | undefined => REPORTS.find((report) => report.kind === kind);

/** The name of the yearly file in addresses. */
export const KOSTRA_11CF = 'kostra-11cf';
