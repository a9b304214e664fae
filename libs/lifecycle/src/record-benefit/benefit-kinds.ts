import type { Law } from '@kvp/rulebook';

/**
 * Benefits to live on, by the names that the acts give them. What touches nothing (barnetrygd, bostøtte, barnebidrag and the like) is not
 * recorded.
 */
export const BENEFIT_KINDS = [
  'dagpenger',
  'sykepenger',
  'foreldrepenger',
  'rehabiliteringspenger',
  'aap',
  'uforetrygd',
  'overgangsstonad',
  'barnepensjon',
  'tiltakspenger',
  'introduksjonsstonad',
  'ungdomsprogramytelse',
  'other',
] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** Whether the law of a day takes the benefit off the stipend. STL § 38. */
export const reducesStipend = (kind: BenefitKind, { stipend: { reducedBy } }: Law): boolean =>
  reducedBy.value.some((reducing) => reducing === kind);

/** Rehabiliteringspenger ended when AAP began, on 1 March 2010: the law of a day names the one or the other. */
export const existed = (kind: BenefitKind, law: Law): boolean => {
  switch (kind) {
    case 'rehabiliteringspenger':
      return reducesStipend(kind, law);
    case 'aap':
      return law.entry.excludingBenefits.value.includes('AAP');
    default:
      return true;
  }
};
