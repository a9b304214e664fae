import type { IsoDate, PlainDate } from '@kvp/calendar';
import type { LeadTimes, Standing } from '@kvp/deadlines';
import type { DeadlineKind } from '@kvp/lifecycle';

/** A deadline that is open on the day asked about. */
export interface WorklistItem {
  readonly caseId: string;
  readonly office: string;
  readonly caseworker: string | null;
  readonly kind: DeadlineKind;
  readonly title: string;
  readonly due: IsoDate;
  readonly standing: Exclude<Standing, 'settled'>;
  readonly provision: string;
  readonly settledBy: string;
  readonly about: number | null;
  readonly breach: boolean;
}

export const OPEN_STANDINGS = ['overdue', 'due', 'near', 'ahead'] as const satisfies readonly Standing[];

export interface WorklistFilter {
  readonly office?: string;
  readonly caseworker?: string;
  readonly kind?: DeadlineKind;
  readonly dueFrom?: PlainDate;
  readonly dueTo?: PlainDate;
  /** Left out: all that is near, due or overdue. */
  readonly standing?: (typeof OPEN_STANDINGS)[number];
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** A page as the database writes it: nobody here needs to look into the items, and most are on their way to a reader as they are. */
export interface WorklistPage {
  /** The items, as the JSON text of an array of `WorklistItem`. */
  readonly items: string;
  /** The cases on the page, each once. */
  readonly caseIds: readonly string[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** What the worklist says of a day: the day itself, and how many days ahead each kind is near in the municipality. */
export interface WorklistDay {
  readonly on: PlainDate;
  readonly leadTimes?: Partial<LeadTimes>;
}
