import { type CaseState, evolveBy, initialState, stateFromJson, stateToJson } from '@kvp/lifecycle';
import type { Fold } from './engine/projection.ts';

/** The case as the core folds it. Every read model of cases is made from it, and from nothing else. */
export const caseFold: Fold<CaseState> = {
  initial: initialState,
  evolve: (state, { event, metadata }) => evolveBy(state, event, metadata.actor.id),
  ownerOf: ({ application }) =>
    application === null ? null : { personId: application.personId, municipality: application.municipality, office: application.office },
  toJson: (state) => ({ case: stateToJson(state) }),
  fromJson: (json) => stateFromJson(json['case'] as string),
};
