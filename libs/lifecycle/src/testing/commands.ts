import { apply as applyDefinition } from '../apply/apply.command.ts';
import { grant as grantDefinition } from '../grant/grant.command.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { AnyCommand } from '../kernel/definitions.ts';
import type { CaseState } from '../kernel/state.ts';
import { start as startDefinition } from '../start/start.command.ts';

/** A command as a test asks for it. */
export interface Asked {
  readonly definition: AnyCommand;
  readonly body: object;
}

/** What a test does not say is filled in as `kvp play` does, so that only what it says decides. */
const ask =
  <Command extends object>(definition: CommandDefinition<Command, CaseState>) =>
  (facts: Partial<Command>): Asked => ({ definition, body: { ...definition.fillIn?.(facts), ...facts } });

export const apply = (facts: Parameters<ReturnType<typeof ask<typeof applyDefinition.example>>>[0] = {}): Asked =>
  ask(applyDefinition)({ ...applyDefinition.example, ...facts });
export const grant = ask(grantDefinition);
export const start = ask(startDefinition);
