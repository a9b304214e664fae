import type { OpenedEvent } from '@kvp/deciding';

/** What published records say of a case beside what happened: whose it is, and where, told by the events so far. */
export interface CaseContext {
  readonly personId: string;
  readonly birthYear: number;
  readonly municipality: string;
  /** Oslo districts by the day they were seen on, in order of registration. */
  readonly districts: readonly DistrictSeen[];
}

export interface DistrictSeen {
  readonly recordedIn: number;
  readonly on: string;
  readonly district: string;
}

interface Applied {
  readonly data: { readonly personId: string };
  readonly personal: { readonly birthDate: string; readonly municipality: string };
}

interface Household {
  readonly data: { readonly on: string };
  readonly personal: { readonly district?: string };
}

/** The context after one more event of the case; null until the application. */
export function follow(context: CaseContext | null, { event, revision }: Pick<OpenedEvent, 'event' | 'revision'>): CaseContext | null {
  switch (event.type) {
    case 'ApplicationRegistered': {
      const { data, personal } = event as unknown as Applied;
      const { municipality, birthDate } = personal;
      return { personId: data.personId, birthYear: Number(birthDate.slice(0, 4)), municipality, districts: context?.districts ?? [] };
    }
    case 'HouseholdRecorded': {
      const { data, personal } = event as unknown as Household;
      if (context === null || personal.district === undefined) return context;
      return { ...context, districts: [...context.districts, { recordedIn: revision, on: data.on, district: personal.district }] };
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
export const CONTEXT_EVENTS: ReadonlySet<string> = new Set(['ApplicationRegistered', 'HouseholdRecorded', 'FactCorrected']);
