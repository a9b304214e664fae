import type { MunicipalityNumber } from '../areas/municipalities.ts';
import { type NeedClass, QUALIFYING } from './need-class.ts';

/** Social assistance for so many months makes a long-term recipient. Source 003. */
const LONG_TERM_MONTHS = 6;

/** One job seeker with social assistance, as an office lists them. */
export interface Recipient {
  /** The office's own reference; no two of a list have the same. Never an identity number. */
  readonly id: string;
  readonly municipality: MunicipalityNumber;
  readonly months: number;
  readonly needClass: NeedClass;
  /** Other means to live on: the programme is subsidiary to them. Rulebook § 8.4. */
  readonly otherIncome: boolean;
  /** Whether the programme was offered. */
  readonly offered: boolean;
}

/** What a municipality has set aside for a year. */
export interface CoverageResources {
  readonly municipality: MunicipalityNumber;
  /** The target (måltall): never to be taken for participants. § 9.28. */
  readonly target: number;
  /** Whole øre. */
  readonly budget: number;
  readonly places: number;
}

/** Long-term recipients of one municipality, counted. Nothing of a person is left. */
export interface MunicipalityList {
  readonly byNeed: Readonly<Partial<Record<NeedClass, number>>>;
  /** With the qualifying need, and without other income. */
  readonly eligible: number;
  /** Of those, how many were not offered the programme. */
  readonly notOffered: number;
}

/** Everything that the coverage report is given beside the log. */
export interface CoverageInput {
  readonly lists: Readonly<Record<MunicipalityNumber, MunicipalityList>>;
  readonly resources: readonly CoverageResources[];
}

const EMPTY: MunicipalityList = { byNeed: {}, eligible: 0, notOffered: 0 };

/** The counts with one more line of a list; those with fewer months than six count nowhere. */
export function countRecipient(
  lists: CoverageInput['lists'],
  { municipality, months, needClass, otherIncome, offered }: Recipient,
): CoverageInput['lists'] {
  if (months < LONG_TERM_MONTHS) return lists;
  const before = lists[municipality] ?? EMPTY;
  const isEligible = needClass === QUALIFYING && !otherIncome;
  const after: MunicipalityList = {
    byNeed: { ...before.byNeed, [needClass]: (before.byNeed[needClass] ?? 0) + 1 },
    eligible: before.eligible + Number(isEligible),
    notOffered: before.notOffered + Number(isEligible && !offered),
  };
  return { ...lists, [municipality]: after };
}

/** Whether a line is of someone who should have been offered the programme, and was not. */
export const isPassedOver = ({ months, needClass, otherIncome, offered }: Recipient): boolean =>
  months >= LONG_TERM_MONTHS && needClass === QUALIFYING && !otherIncome && !offered;
