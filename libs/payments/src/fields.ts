import type { Ore } from '@kvp/money';
import type { Month } from '@kvp/stipend';
import Type, { type TUnsafe } from 'typebox';

/** An amount in whole øre. */
export const amount = (description: string): TUnsafe<Ore> => Type.Unsafe<Ore>(Type.Integer({ description }));

/** An amount in whole øre that is not below 0. */
export const amountOwed = (description: string): TUnsafe<Ore> => Type.Unsafe<Ore>(Type.Integer({ minimum: 0, description }));

/** An earning month, `2026-06`. */
export const earningMonth = (description: string): TUnsafe<Month> =>
  Type.Unsafe<Month>(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description }));

export const count = (description: string) => Type.Integer({ minimum: 0, description });

/** Hexadecimal digits of a hash. */
export const digest = (digits: number, description: string) => Type.String({ pattern: `^[0-9a-f]{${String(digits)}}$`, description });

/** What a line is called in every file. */
export const lineReference = digest(32, 'What the line is called in every file.');
