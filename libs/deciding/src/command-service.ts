import type { PlainDate } from '@kvp/calendar';
import type { EventStore } from '@kvp/event-store';
import {
  type Actor,
  type AnyCommand,
  type CaseState,
  type MunicipalityPolicy,
  type Refusal,
  type Role,
  commands,
  needsApproval,
} from '@kvp/lifecycle';
import { IdentityNumber, type KeyFile, type KeyRing } from '@kvp/people';
import { createCaseFiles } from './case/case-files.ts';
import { contextOf } from './case/context.ts';
import { type CaseDecider, decideOnCase } from './case/decide-on-case.ts';
import { KeyedQueue } from './case/keyed-queue.ts';
import { type WhatIf, type WhatIfRequest, whatIf } from './case/what-if.ts';
import { mayBeSeen } from './case/may-be-seen.ts';
import { type CaseRecord, readCase } from './case/read-case.ts';
import type { Supply } from './case/supply.ts';
import type { CommandOutcome, CommandRequest } from './command-request.ts';
import { type ProposalsOfCase, proposalsOf } from './four-eyes/proposals.ts';
import { openCase } from './person/open-case.ts';
import { findPerson, identityStream } from './person/registers.ts';
import { type PolicyHistory, createPolicies } from './policy/policies.ts';
import { type PolicyRequest, setPolicy } from './policy/set-policy.ts';
import { type AnnounceRateRequest, type WithdrawRateRequest, announceRate, withdrawRate } from './rates/announce-rate.ts';
import { type Rates, createRates } from './rates/rates.ts';
import { type RegisterFiles, createRegisterFiles } from './register/register-files.ts';

export interface CommandServiceOptions {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly keyFile: KeyFile;
  readonly codeVersion: string;
  /** What only the edge can supply to a decision; nothing when left out. */
  readonly supply?: Supply;
  /** How many decided-on cases are kept in memory; 3 000 when left out. */
  readonly keptCases?: number;
  /** Shared with whoever else decides in the process; its own when left out. */
  readonly registers?: RegisterFiles;
  /** Milliseconds of a clock that never runs backwards, for the age of what is kept. */
  readonly monotonic?: () => number;
}

/** What may be done with a case now, and for the rest why not. */
export interface AvailableCommand {
  readonly name: string;
  readonly title: string;
  readonly individualDecision: boolean;
  /** What it decides must be approved by another person, by the municipality's policy of today. */
  readonly needsApproval: boolean;
  /** Who may give it: `allowed` is about the case, whoever asks. */
  readonly roles: readonly Role[];
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
}

/** Everything that writes: commands become events, or an answer that says why not. */
export interface CommandService {
  /** `caseId` is left out for `apply` alone. Throws UnknownCommand, InvalidIdentityNumber, and the store's errors. */
  execute(request: CommandRequest & { readonly caseId?: string }): Promise<CommandOutcome>;
  /** Null when there is no such case in the actor's municipality, or in the one office that is given. */
  availableCommands(
    caseId: string,
    actor: Actor,
    now: Temporal.Instant,
    withinOffice?: string,
  ): Promise<{ readonly revision: number; readonly commands: readonly AvailableCommand[] } | null>;
  /** The decisions of a case that wait for approval or have had it, and what would come of each now; null as above. */
  proposals(caseId: string, actor: Actor, now: Temporal.Instant, withinOffice?: string): Promise<ProposalsOfCase | null>;
  /** The case as the log has it now, or null. For readers that must not be behind. */
  loadCase(caseId: string): Promise<{ readonly revision: number; readonly state: CaseState } | null>;
  /** A whole case from the log, for letters and what else is made of it; null when there is none in the actor's municipality, or in the one office. */
  readCase(caseId: string, actor: Actor, withinOffice?: string): Promise<CaseRecord | null>;
  /** The person with an identity number, or undefined. */
  findPerson(number: IdentityNumber): Promise<string | undefined>;
  setPolicy(request: PolicyRequest): Promise<CommandOutcome>;
  /** All that a municipality has settled, as the log has it now. */
  policyHistory(municipality: string): Promise<PolicyHistory>;
  /** What counts in a municipality on any day; a change made elsewhere is seen within a second. */
  policyOf(municipality: string): Promise<Pick<PolicyHistory, 'at'>>;
  /** What counts in a municipality on a day; a change made elsewhere is seen within a second. */
  policyOn(municipality: string, day: PlainDate): Promise<MunicipalityPolicy>;
  /** What would come of something that is supposed; nothing is written. Null as above. */
  whatIf(request: WhatIfRequest): Promise<WhatIf | null>;
  /** Makes a rate count that came after the release, in every case. */
  announceRate(request: AnnounceRateRequest): Promise<CommandOutcome>;
  withdrawRate(request: WithdrawRateRequest): Promise<CommandOutcome>;
  /** All rates that have been announced; a change made elsewhere is seen within a second. */
  readonly rates: Rates;
}

export class UnknownCommand extends Error {
  constructor(readonly command: string) {
    super(`There is no command ${command}.`);
  }
}

/** The check digits of an identity number do not agree. The number itself is in no message. */
export class InvalidIdentityNumber extends Error {
  readonly field = 'identityNumber';
  constructor() {
    super('The identity number is not valid.');
  }
}

export function createCommandService({
  store,
  keys,
  keyFile,
  codeVersion,
  supply = async () => ({}),
  keptCases = 3_000,
  monotonic = () => performance.now(),
  registers = createRegisterFiles(store, keys, monotonic),
}: CommandServiceOptions): CommandService {
  const files = createCaseFiles({ store, keys, max: keptCases });
  const policies = createPolicies(registers);
  const rates = createRates(registers);
  const opener: CaseDecider = { store, keys, files, policies, rates, keyFile, codeVersion, supply };
  const register = { store, keys, registers, rates, codeVersion };
  const queue = new KeyedQueue();

  return {
    async execute(request) {
      const definition = definitionOf(request.name);
      if (definition.name === 'apply') {
        const { identityNumber, name } = request.input as { readonly identityNumber: string; readonly name?: string };
        const number = IdentityNumber.parse(identityNumber);
        if (number === undefined) throw new InvalidIdentityNumber();
        return await queue.run(`${request.actor.municipality} ${identityStream(opener, number)}`, () =>
          openCase(opener, definition, { number, name }, request),
        );
      }
      const { caseId } = request;
      if (caseId === undefined) throw new TypeError(`${request.name} needs a case.`);
      return await queue.run(caseId, () => decideOnCase(opener, definition, caseId, request));
    },

    async availableCommands(caseId, actor, now, withinOffice) {
      const { state, revision } = await files.refresh(await files.get(caseId));
      if (!mayBeSeen(state, actor, withinOffice)) return null;
      const list = Object.values(commands).filter(({ name }) => name !== 'apply');
      return { revision, commands: await Promise.all(list.map((definition) => availability(definition, state, actor, now))) };
    },

    proposals: (caseId, actor, now, withinOffice) => proposalsOf(opener, caseId, { actor, now, withinOffice }),

    async loadCase(caseId) {
      const { state, revision } = await files.refresh(await files.get(caseId));
      return revision < 0 ? null : { state, revision };
    },

    readCase: (caseId, actor, withinOffice) => readCase(opener, caseId, actor, withinOffice),
    findPerson: (number) => findPerson(opener, number),
    setPolicy: (request) => setPolicy(register, request),
    policyHistory: (municipality) => policies.history(municipality),
    policyOf: (municipality) => policies.of(municipality),
    policyOn: async (municipality, day) => (await policies.of(municipality)).at(day),
    whatIf: (request) => whatIf(opener, request),
    announceRate: (request) => announceRate(register, request),
    withdrawRate: (request) => withdrawRate(register, request),
    rates,
  };

  async function availability(definition: AnyCommand, state: CaseState, actor: Actor, now: Temporal.Instant): Promise<AvailableCommand> {
    // Nothing is asked yet that a law of another day could be meant for.
    const { context } = await contextOf({ ...definition, lawOn: () => undefined }, {}, { actor, now }, opener);
    const refusals = definition.allowed(state, context);
    const { name, title, individualDecision, roles } = definition;
    return {
      name,
      title,
      individualDecision,
      needsApproval: needsApproval(definition, state, context.policy),
      roles,
      allowed: refusals.length === 0,
      refusals,
    };
  }
}

function definitionOf(name: string): AnyCommand {
  const definition = commands[name];
  if (definition === undefined) throw new UnknownCommand(name);
  return definition;
}
