import type { IsoDate } from '@kvp/calendar';
import type { CaseState } from '@kvp/lifecycle';
import type { MunicipalityNumber } from '../../areas/municipalities.ts';
import type { PaymentLine } from '../../facts/case-facts.ts';

/** A case as the extract reads it: the only report that is told who somebody is. */
export interface KostraCase {
  readonly caseId: string;
  readonly state: CaseState;
  /** Eleven digits, the latest known; null when the person has none. */
  readonly identityNumber: string | null;
  readonly payments: readonly PaymentLine[];
}

/** For whom and when. */
export interface KostraScope {
  readonly municipality: MunicipalityNumber;
  /** City district, when the file is made for one; all of Oslo when left out. */
  readonly district?: string;
  readonly year: number;
  /** The last day of the year, or an earlier one for a draft. */
  readonly asOf: IsoDate;
}

/** Something that somebody has to tell before the year is closed. */
export interface Missing {
  readonly field: string;
  /** In bokmål. */
  readonly message: string;
  /** The command that it is told with. */
  readonly command: string;
}
