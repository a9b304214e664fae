import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { record, shortText } from '../kernel/fields.ts';

/** The last checkpoint that was signed; null before the first. */
export type CheckpointState = Static<typeof data> | null;

/** Several signatures, as while a key is changed, fit in. */
const LONGEST_CHECKPOINT = 4_000;

const data = record({
  origin: shortText('The name of the log.'),
  size: Type.Integer({ minimum: 0, description: 'Events in the log when it was signed: this one stands after them.' }),
  root: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'The root of the tree over them, SHA-256 in hexadecimal.' }),
  checkpoint: Type.String({
    minLength: 1,
    maxLength: LONGEST_CHECKPOINT,
    description: 'The signed tree head: a note of C2SP tlog-checkpoint.',
  }),
});

export type CheckpointSigned = DomainEvent<'CheckpointSigned', Static<typeof data>, null>;

/** A tree head was signed. What holds for a whole log is no fact of any case. */
export const checkpointSigned = defineEvent<CheckpointSigned, CheckpointState>({
  type: 'CheckpointSigned',
  version: 1,
  summary: 'The state of the whole log was signed: how many events there are, and the root of the tree over them.',
  schema: { data, personal: null },
  evolve: (_last, event) => event.data,
  changes: [],
  effectiveOn: () => undefined,
  provision: 'ARK § 5',
  audit: ({ data: { size } }) => `Loggens tilstand etter ${size} hendelser er signert.`,
  published: 'not published',
  example: {
    type: 'CheckpointSigned',
    version: 1,
    data: {
      origin: 'kvp.example/log',
      size: 0,
      root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      checkpoint: 'kvp.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— kvp.example/log AAAAAA==\n',
    },
    personal: null,
  },
});
