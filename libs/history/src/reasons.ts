import { type DomainEvent, isDecisionProposed, outcomeOf } from '@kvp/lifecycle';
import type { EntryCondition } from '@kvp/rulebook';

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
  considered: 'Hva kontoret vurderte',
  statement: 'Hva parten sa',
  summary: 'Hva evalueringen kom til',
  participantView: 'Hva deltakeren mener',
  lessThanFullTime: 'Hvorfor det er mindre enn full tid',
  note: 'Notat',
  wants: 'Endringen parten ber om',
  grounds: 'Partens begrunnelse for klagen',
  discretion: 'Fritt skjønn',
  newFacts: 'Hva som er kommet fram etter vedtaket',
  incompleteReason: 'Hvorfor klagen er sendt uten alt i saksframlegget',
  officeStatement: 'Kontorets uttalelse til klagen',
  outcomeReasons: 'Statsforvalterens begrunnelse',
  claim: 'Hva parten krever dekket',
};

/** What the entry conditions of STL § 29 are called. */
const CONDITION: Readonly<Partial<Record<string, string>> & Record<EntryCondition, string>> = {
  age: 'Alder',
  capacity: 'Arbeids- og inntektsevne',
  income: 'Andre ytelser til livsopphold',
  assessment: 'Arbeidsevnevurdering',
  need: 'Behov for programmet',
  stay: 'Opphold',
};

/** Parts of an event whose reasons are called after the part. */
const PART: Readonly<Record<string, string>> = { specialReasons: 'Særlige grunner' };

/** Every reason that an event gives, in the order it gives them; of a proposal, those of the decision that is proposed. */
export function reasonsOf(event: DomainEvent): readonly Reason[] {
  if (isDecisionProposed(event)) return outcomeOf([event]).flatMap(reasonsOf);
  return event.personal === null ? [] : reasonsIn(event.personal);
}

function reasonsIn(part: object, partLabel = conditionLabel(part)): readonly Reason[] {
  return Object.entries(part).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return reasonsIn(value, PART[field] ?? conditionLabel(value));
    const label = REASON_LABELS[field];
    return typeof value !== 'string' || label === undefined || value.trim() === '' ? [] : [{ label: partLabel ?? label, text: value }];
  });
}

/** What an answered entry condition is called; undefined for anything else. */
function conditionLabel(part: object): string | undefined {
  const name = 'condition' in part && typeof part.condition === 'string' ? CONDITION[part.condition] : undefined;
  return name !== undefined && 'met' in part && part.met === false ? `${name} (ikke oppfylt)` : name;
}
