import Type, { type TObject } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideCorrectFact } from './correct-fact.decide.ts';
import type { Recorders } from './recorders.ts';

/** Exactly one of `withdrawn` and `replacement`; the replacement is the body of the one command that recorded the fact, by its name. */
export interface CorrectFact {
  readonly event: number;
  readonly reason: string;
  readonly withdrawn?: boolean;
  readonly replacement?: Readonly<Record<string, object>>;
}

const schemaOf = (recorders: Recorders): TObject =>
  record({
    event: revisionNumber('Revision of the event in the case that recorded the wrong fact.'),
    reason: freeText('Why it was wrong.'),
    withdrawn: Type.Optional(yesOrNo('It should not have been registered at all, and nothing takes its place.')),
    replacement: Type.Optional(
      record(
        Object.fromEntries(
          Object.values(recorders).map(({ command, replacement }) => [
            command.name,
            Type.Optional(record(replacement.schema.properties, `As ${command.name} should have been sent.`)),
          ]),
        ),
        'What should have been registered: the whole body, under the name of the command that registered the fact.',
      ),
    ),
  });

/** Corrects what any command of the lifecycle registered wrongly. */
export const correctFactBy = (recorders: Recorders) =>
  defineCommand<CorrectFact>({
    name: 'correctFact',
    title: 'Rett registrering',
    summary: 'Corrects a fact that was registered wrongly: it is named, never overwritten. Arkivforskrifta § 11; FVL § 17.',
    schema: schemaOf(recorders),
    individualDecision: false,
    roles: ['caseworker'],
    phases: PHASES,
    // What takes the place of the fact is decided by the law of its own day.
    lawOn: () => undefined,
    allowed: isRegistered,
    decide: decideCorrectFact(recorders),
    fillIn: () => ({ reason: 'Feil registrert.' }),
    example: { event: 3, reason: 'Deltakeren møtte første gang en uke senere.', replacement: { start: { startedOn: '2025-02-10' } } },
  });
