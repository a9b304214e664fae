import { unzipSync } from 'fflate';

/** What a zip holds; `faults` names what no file of ours has. */
export interface ZipContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly string[];
}

const SAFE = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;

/** Reads a zip and looks at its names and its ends. Null when it is no zip that can be read. */
export function readZip(bytes: Uint8Array): ZipContent | null {
  const names: string[] = [];
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => names.push(name) > 0 });
    return { files: new Map(Object.entries(files)), faults: [...nameFaults(names), ...endFaults(bytes)] };
  } catch {
    // Whatever is wrong with it, it is no zip that can be read: that is the answer.
    return null;
  }
}

function nameFaults(names: readonly string[]): readonly string[] {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const unsafe = names.filter((name) => !SAFE.test(name) || name.includes('..'));
  return [
    ...twice.map((name) => `Filen «${name}» er der to ganger.`),
    ...unsafe.map((name) => `Navnet «${name}» kan føre ut av mappen, og er ikke fra oss.`),
  ];
}

const END = [0x50, 0x4b, 0x05, 0x06];
const LOCAL = [0x50, 0x4b, 0x03, 0x04];
/** Bytes of the record that ends a zip without a comment. */
const END_LENGTH = 22;

/** Nothing may stand before the first file or after the end: neither is covered by any hash. */
function endFaults(bytes: Uint8Array): readonly string[] {
  const has = (at: number, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[at + index] === byte);
  return [
    ...(has(0, LOCAL) ? [] : ['Det står noe foran den første filen.']),
    ...(has(bytes.length - END_LENGTH, END) ? [] : ['Det står noe etter slutten av filen.']),
  ];
}
