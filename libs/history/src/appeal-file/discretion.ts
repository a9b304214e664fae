import type { DomainEvent } from '@kvp/lifecycle';

/** What the office weighed freely (fritt skjønn), set apart: statsforvalteren reviews it within STL § 48, and law and facts in full. */
export interface Discretion {
  readonly revision: number;
  readonly label: string;
  readonly text: string;
}

/** The fields that hold free judgement, wherever they stand in an event. */
const LABELS: Readonly<Record<string, string>> = {
  discretion: 'Bruk av fritt skjønn',
  motivation: 'Motivasjon',
  labourMarket: 'Situasjonen på arbeidsmarkedet',
  workProbable: 'Utsikter til arbeid',
  progress: 'Framgang',
  necessary: 'Nødvendig for å nå målet',
};

/** The free judgement of an event, in the order of its fields. */
export const discretionIn = ({ personal }: DomainEvent, revision: number): readonly Discretion[] =>
  personal === null ? [] : found(personal, revision);

const found = (part: object, revision: number): readonly Discretion[] =>
  Object.entries(part).flatMap(([field, value]: [string, unknown]): readonly Discretion[] => {
    const label = LABELS[field];
    if (label !== undefined && typeof value === 'string' && value.trim() !== '') return [{ revision, label, text: value }];
    return typeof value === 'object' && value !== null ? found(value, revision) : [];
  });
