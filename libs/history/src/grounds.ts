import { type CaseState, type DomainEvent, isDecisionProposed } from '@kvp/lifecycle';
import { definitionOf } from './moment.ts';

/**
 * The facts and decisions that lay before whoever made a decision, by the revisions of their events, ascending: those that stood then,
 * what was corrected or reversed by that time left out. Nothing for an event that is no decision.
 */
export function groundsOf(event: DomainEvent, before: CaseState): readonly number[] {
  if (definitionOf(event).decision === undefined && !isDecisionProposed(event)) return [];
  const corrected = new Set(before.corrections.map(({ corrects }) => corrects));
  const facts = before.facts.flatMap(({ recordedIn }) => (corrected.has(recordedIn) ? [] : recordedIn));
  const decisions = before.decisions.flatMap(({ revision, undoneBy }) => (undoneBy === null ? revision : []));
  return [...facts, ...decisions].sort((a, b) => a - b);
}
