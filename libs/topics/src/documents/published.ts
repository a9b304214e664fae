import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RECORD_KINDS, type RecordKind } from '../publication/contract.ts';
import type { Schema } from '../publication/pick.ts';
import { breakingChanges } from './compatibility.ts';

/** The schemas that readers have: one file for each type and version, kept for good. */
export const PUBLISHED = fileURLToPath(new URL('../../published', import.meta.url));

/** A change that readers of a published version could not read. */
export class BreakingChange extends Error {
  constructor(kind: RecordKind, changes: readonly string[]) {
    super(
      `${kind.topic.name} ${kind.name} version ${kind.version} is published, and its readers would not understand it any more: ${changes.join('; ')}. ` +
        'Raise the version of the event, with a step of upcast from this one.',
    );
  }
}

export const fileOf = ({ topic, name, version }: RecordKind): string => join(topic.name, `${name}.v${version}.json`);

export const textOf = (schema: Schema): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Every schema that was ever published, by its `$id`; of a version that has been replaced too. */
export function publishedSchemas(folder = PUBLISHED): ReadonlyMap<string, Schema> {
  const files = globSync('*/*.json', { cwd: folder }).sort();
  return new Map(
    files.map((file) => {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema;
      return [String(schema['$id']), schema];
    }),
  );
}

/** Writes what is new. Throws BreakingChange, with nothing written, where a published version would be broken. */
export function publishSchemas(folder = PUBLISHED, kinds: readonly RecordKind[] = RECORD_KINDS): void {
  for (const kind of kinds) {
    const changes = changesOf(kind, folder);
    if (changes.length > 0) throw new BreakingChange(kind, changes);
  }
  for (const kind of kinds) {
    const file = join(folder, fileOf(kind));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, textOf(kind.schema));
  }
}

/** What would break the readers of the published version of a kind; nothing when there is none yet. */
export function changesOf(kind: RecordKind, folder = PUBLISHED): readonly string[] {
  const file = join(folder, fileOf(kind));
  return existsSync(file) ? breakingChanges(JSON.parse(readFileSync(file, 'utf8')) as Schema, kind.schema) : [];
}
