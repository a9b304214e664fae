import type { CommandOutcome } from '@kvp/deciding';
import type { DomainEvent } from '@kvp/lifecycle';
import type { ScheduleChange } from '@kvp/stipend';
import { etag } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';

/** An event as the door shows it to those who may see the case. */
export interface EventBody extends DomainEvent {
  readonly id?: string;
  readonly revision?: number;
}

export interface CommandBody {
  readonly caseId: string;
  /** Where the case stands after the command; for a dry run, where it stands now. */
  readonly revision: number;
  readonly dryRun?: true;
  readonly events: readonly EventBody[];
  /** Only for a dry run: what it would change in the payment schedule, by month and by day. */
  readonly schedule?: ScheduleChange;
}

export interface CommandAnswer {
  readonly body: CommandBody;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the caller is told of an outcome. Throws the problem that it is, when it is one. */
export function answerOf(outcome: CommandOutcome): CommandAnswer {
  switch (outcome.kind) {
    case 'accepted': {
      const { caseId, revision, events, repeated } = outcome;
      return {
        body: { caseId, revision, events: events.map(({ id, revision: at, event }) => ({ id, revision: at, ...event })) },
        headers: { etag: etag(revision), ...(repeated ? { 'idempotency-replayed': 'true' } : {}) },
      };
    }
    case 'would-accept': {
      const { caseId, revision, events, schedule } = outcome;
      return { body: { caseId, revision, dryRun: true, events, schedule }, headers: revision < 0 ? {} : { etag: etag(revision) } };
    }
    case 'refused': {
      const { refusals, revision } = outcome;
      throw new Problem('refused', {
        detail: refusals.map(({ message }) => message).join(' '),
        members: { refusals, ...(revision === null ? {} : { revision }) },
        headers: revision === null ? {} : { etag: etag(revision) },
      });
    }
    case 'stale':
      throw new Problem('stale-revision', {
        detail: `Saken står på revisjon ${outcome.actual}, ikke ${outcome.expected}. Les den på nytt før du avgjør.`,
        members: { revision: outcome.actual },
        headers: { etag: etag(outcome.actual) },
      });
    case 'not-found':
      throw new Problem('case-not-found');
    case 'key-reused':
      throw new Problem('key-reused');
    case 'contended':
      throw new Problem('contended', { headers: { 'retry-after': '1' } });
  }
}
