import type { DomainEvent, LetterKind } from '@kvp/lifecycle';
import type { Block } from '../pdf/pdf-document.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { Say } from './words.ts';

/** What a template makes of the facts. */
export interface Letter {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The letter about one kind of event, in both forms of Norwegian. A change of what it says is a new version. */
export interface Template<Event extends DomainEvent> {
  readonly kind: LetterKind;
  readonly version: number;
  /** An individual decision: it can be appealed, and § 6.3 of the rulebook says what its letter holds. */
  readonly isDecision: boolean;
  write(facts: LetterFacts<Event>, say: Say): Letter;
}

export type AnyTemplate = Template<DomainEvent>;

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (...sentences: readonly string[]): Block => ({
  kind: 'paragraph',
  text: sentences.filter((each) => each !== '').join(' '),
});
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items: items.filter((each) => each !== '') });
export const lead = (text: string): Block => ({ kind: 'lead', text });
/** What somebody wrote, or nothing where they wrote nothing. */
export const quoted = (text: string | undefined): readonly Block[] =>
  text === undefined || text.trim() === '' ? [] : [{ kind: 'quote', text: text.trim() }];
/** What the office wrote as its reasons, or nothing. */
export const written = (text: string | undefined): readonly Block[] =>
  text === undefined || text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }];
