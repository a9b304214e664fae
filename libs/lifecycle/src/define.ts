/** What the libraries of other streams define their events and refusals with: the same forms as those of a case. */
export { type AnyEvent, defineEvent, defineRefusal } from './kernel/definitions.ts';
export type { DomainEvent, EventDefinition, ReadModelName } from './kernel/event.ts';
export {
  accountNumber,
  dateOrNull,
  isoDate,
  isoOrNull,
  oneOf,
  record,
  revisionNumber,
  shortText,
  freeText,
  yesOrNo,
} from './kernel/fields.ts';
export { type AnyRefusalDefinition, type Refusal, type RefusalDefinition, refusalsOf, refuse } from './kernel/refusal.ts';
