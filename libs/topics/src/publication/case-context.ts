import type { OpenedEvent } from '@kvp/deciding';

/** What published records say of a case beside what happened: whose it is, and where, told by the events so far. */
export interface CaseContext {
  readonly personId: string;
  /** Null once the participant has been forgotten, and so is the municipality. */
  readonly birthYear: number | null;
  readonly municipality: string | null;
  /** Oslo districts by the day they were seen on, in order of registration. */
  readonly districts: readonly DistrictSeen[];
  /** The participant is graded or shielded: places are nobody's to know. Rulebook § 9.21. */
  readonly isProtected: boolean;
}

export interface DistrictSeen {
  readonly recordedIn: number;
  readonly on: string;
  readonly district: string;
}

interface Applied {
  readonly data: { readonly personId: string };
  readonly personal: { readonly birthDate: string; readonly municipality: string } | null;
}

interface Household {
  readonly data: { readonly on: string };
  readonly personal: { readonly district?: string } | null;
}

interface Graded {
  readonly personal: { readonly grading: string } | null;
}

/** The context after one more event of the case; null until the application. What a forgotten participant sealed is null. */
export function follow(context: CaseContext | null, { event, revision }: Pick<OpenedEvent, 'event' | 'revision'>): CaseContext | null {
  switch (event.type) {
    case 'ApplicationRegistered': {
      const { data, personal } = event as unknown as Applied;
      const known = personal === null ? null : { birthYear: Number(personal.birthDate.slice(0, 4)), municipality: personal.municipality };
      return {
        personId: data.personId,
        ...(known ?? { birthYear: null, municipality: null }),
        districts: context?.districts ?? [],
        isProtected: context?.isProtected ?? false,
      };
    }
    case 'HouseholdRecorded': {
      const { data, personal } = event as unknown as Household;
      if (context === null || personal?.district === undefined) return context;
      return { ...context, districts: [...context.districts, { recordedIn: revision, on: data.on, district: personal.district }] };
    }
    case 'ProtectionRecorded': {
      const { personal } = event as unknown as Graded;
      return context === null || personal === null ? context : { ...context, isProtected: personal.grading !== 'none' };
    }
    case 'FactCorrected': {
      const { corrects } = event.data as { readonly corrects: number };
      if (context?.districts.some(({ recordedIn }) => recordedIn === corrects) !== true) return context;
      return { ...context, districts: context.districts.filter(({ recordedIn }) => recordedIn !== corrects) };
    }
    default:
      return context;
  }
}

/** The events that a context is made of. */
export const CONTEXT_EVENTS: ReadonlySet<string> = new Set([
  'ApplicationRegistered',
  'HouseholdRecorded',
  'FactCorrected',
  'ProtectionRecorded',
]);
