import { type CaseState, evolveBy, initialState, isProtected, stateFromJson, stateToJson } from '@kvp/lifecycle';
import type { Fold } from './engine/projection.ts';

/** The case as the core folds it. Every read model of cases is made from it, and from nothing else. */
export const caseFold: Fold<CaseState> = {
  initial: initialState,
  evolve: (state, { event, metadata }) => evolveBy(state, event, metadata.actor.id),
  ownerOf: (state) => {
    if (state.application === null) return null;
    const { personId, municipality, office } = state.application;
    return { personId, municipality, office, isProtected: isProtected(state) };
  },
  toJson: (state) => ({ case: stateToJson(state) }),
  fromJson: (json) => stateFromJson(json['case'] as string),
};
