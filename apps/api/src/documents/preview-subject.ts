import { invalidFields } from '../validation/validation.pipe.ts';

/** What a preview is asked about: something decided, a proposal that waits, or a command that is not given yet. */
export type PreviewSubject =
  | { readonly kind: 'about'; readonly revision: number }
  | { readonly kind: 'proposal'; readonly revision: number }
  | { readonly kind: 'command'; readonly name: string; readonly input: Readonly<Record<string, unknown>> };

const FIELDS = ['about', 'proposal', 'command', 'input'];
const fault = (field: string, message: string): Error => invalidFields([{ pointer: `/${field}`, field, message }]);

/** Throws `invalid-fields` unless exactly one of them is asked about. */
export function previewSubject(body: Readonly<Record<string, unknown>>): PreviewSubject {
  for (const field of Object.keys(body)) if (!FIELDS.includes(field)) throw fault(field.slice(0, 40), 'er ikke et kjent felt');
  const { about, proposal, command, input } = body;
  if ([about, proposal, command].filter((each) => each !== undefined).length !== 1)
    throw fault('about', 'eller «proposal» eller «command» må oppgis, og bare én av dem');
  if (command === undefined) {
    const [field, value] = about === undefined ? (['proposal', proposal] as const) : (['about', about] as const);
    if (!Number.isSafeInteger(value) || (value as number) < 0) throw fault(field, 'må være et helt tall som er minst 0');
    if (input !== undefined) throw fault('input', 'hører bare til «command»');
    return { kind: field, revision: value as number };
  }
  if (typeof command !== 'string') throw fault('command', 'må være tekst');
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw fault('input', 'må være et objekt');
  return { kind: 'command', name: command, input: input as Readonly<Record<string, unknown>> };
}
