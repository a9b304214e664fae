import type { CaseState, Context } from '@kvp/lifecycle';
import type { CommandRequest } from '../command-request.ts';
import type { CaseRecord } from './read-case.ts';

/** What a decision may need that is neither in the case, nor in the law, nor in the policy: a letter that was made, a file that is stored. */
export type Supplied = Pick<Context, 'letter' | 'file'>;

/** A command on its way to be decided. */
export interface SupplyRequest {
  readonly request: CommandRequest;
  readonly caseId: string;
  /** Where the case stands; the command is decided on this. */
  readonly state: CaseState;
  readonly context: Context;
  /** The whole case, read when it is asked for; null when it has no applicant. */
  readonly record: () => Promise<CaseRecord | null>;
}

/**
 * Asked before each decision on a case, a dry run too. It may store what it makes, for a file that no event refers to is nothing yet; the same
 * request makes the same.
 */
export type Supply = (asked: SupplyRequest) => Promise<Supplied>;
