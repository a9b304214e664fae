import { count, day, describe, list, object, orNull, ref, type Schema, text, uuid } from './schema-parts.ts';

const json: Schema = { description: 'Som i hendelsen; null når det ikke er der' };

const difference = object({ field: { type: 'string', examples: ['ProgrammeExtended.to'] }, proposed: json, now: json });

const now = object(
  {
    outcome: describe(list(ref('Event')), 'Hendelsene vedtaket ville vært; ingen når det ikke kan fattes'),
    differences: describe(list(difference), 'Hva som ville vært annerledes enn foreslått'),
    refusals: describe(list(ref('Refusal')), 'Hvorfor du ikke kan godkjenne det'),
  },
  { description: 'Hva som ville kommet av en godkjenning nå' },
);

/** What an approver is shown. `entry`: the schema of an entry of the audit trail. */
export const proposalSchemas = (entry: Schema): Readonly<Record<string, Schema>> => ({
  Proposals: object({
    caseId: uuid,
    revision: count,
    proposals: list(
      object({
        proposal: describe(count, 'Revisjonen som forslaget er registrert i, til «approve» og «returnProposal»'),
        command: { type: 'string', examples: ['extend'] },
        title: text,
        input: { type: 'object', description: 'Det som ble sendt inn' },
        proposedOn: day,
        proposedBy: text,
        drafters: describe(list(text), 'Alle som har vært med på å lage forslaget eller det som det erstatter'),
        replaces: { type: ['integer', 'null'], minimum: 0 },
        status: { type: 'string', enum: ['open', 'approved', 'returned', 'withdrawn'] },
        proposed: describe(list(ref('Event')), 'Hendelsene vedtaket ville vært da det ble foreslått'),
        now: orNull(now),
        since: describe(list(entry), 'Hva som har hendt i saken siden forslaget'),
      }),
    ),
  }),
});
