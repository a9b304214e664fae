import type { DomainEvent } from '@kvp/lifecycle';

/** Why something was decided, in the words of the one who decided it. Personal. */
export interface Reason {
  readonly label: string;
  readonly text: string;
}

/** The fields of an event's personal part that give reasons, and what they are called to people. */
export const REASON_LABELS: Readonly<Record<string, string>> = {
  justification: 'Begrunnelse',
  reason: 'Begrunnelse',
  backdatingReason: 'Hvorfor vedtaket er registrert i ettertid',
  noticeException: 'Hvorfor det ikke er varslet på forhånd',
};

/** What the entry conditions of STL § 29 are called. */
const CONDITION: Readonly<Record<string, string>> = {
  age: 'Alder',
  capacity: 'Arbeids- og inntektsevne',
  income: 'Andre ytelser til livsopphold',
  assessment: 'Arbeidsevnevurdering',
  need: 'Behov for programmet',
  stay: 'Opphold',
};

/** Every reason that an event gives, in the order it gives them. */
export const reasonsOf = ({ personal }: DomainEvent): readonly Reason[] => (personal === null ? [] : reasonsIn(personal));

function reasonsIn(part: object): readonly Reason[] {
  return Object.entries(part).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value === 'string') return reason(part, field, value);
    return typeof value === 'object' && value !== null ? reasonsIn(value) : [];
  });
}

function reason(part: object, field: string, text: string): readonly Reason[] {
  const label = REASON_LABELS[field];
  if (label === undefined || text.trim() === '') return [];
  const condition = 'condition' in part && typeof part.condition === 'string' ? CONDITION[part.condition] : undefined;
  return [{ label: condition ?? label, text }];
}
