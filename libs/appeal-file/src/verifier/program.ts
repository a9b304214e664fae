import { type FileVerdict, verifyFile } from './verify-file.ts';

/** Lines in bokmål: what was looked at, what cannot be proven, and the verdict last. */
export function tellVerdict({ holds, manifest, looks, reservations }: FileVerdict): readonly string[] {
  return [
    ...(manifest === null ? [] : [`Klage ${manifest.appeal} i sak ${manifest.caseId}, slik saken var kjent ${manifest.knownAt}.`]),
    ...looks.map((look) => `${look.holds ? 'OK  ' : 'FEIL'} ${look.text}`),
    ...reservations.map((text) => `Merk ${text}`),
    holds ? 'Filen er hel og uendret.' : 'Filen er ikke som den var da den ble laget.',
  ];
}

/** What of Node and of a page the program touches: it is typed for both, and runs in either. */
interface Node {
  readonly argv: readonly string[];
  exitCode: number;
  readonly stdout: { write(text: string): void };
  getBuiltinModule(name: 'node:fs'): { readFileSync(path: string): Uint8Array; readFileSync(path: string, encoding: 'utf8'): string };
}
interface Element {
  className: string;
  textContent: string | null;
  readonly value: string;
  readonly files: readonly { arrayBuffer(): Promise<ArrayBuffer> }[] | null;
  replaceChildren(...elements: readonly Element[]): void;
  addEventListener(name: 'change', listener: () => void): void;
}
interface Page {
  querySelector(selector: string): Element | null;
  createElement(name: string): Element;
}

/** `node kontroller.mjs <fil.zip> [nøkler.txt]`. */
function runInNode(node: Node): void {
  const [, , file, keys] = node.argv;
  const say = (line: string): void => node.stdout.write(`${line}\n`);
  if (file === undefined) {
    say('Bruk: node kontroller.mjs <fil.zip> [nøkler.txt]');
    node.exitCode = 64;
    return;
  }
  const fs = node.getBuiltinModule('node:fs');
  const verdict = verifyFile(new Uint8Array(fs.readFileSync(file)), keys === undefined ? undefined : fs.readFileSync(keys, 'utf8'));
  tellVerdict(verdict).forEach(say);
  node.exitCode = verdict.holds ? 0 : 1;
}

function runInPage(page: Page): void {
  const [input, keys, answer] = ['#fil', '#nokler', '#svar'].map((selector) => page.querySelector(selector));
  if (input == null || keys == null || answer == null) return;
  const verify = async (): Promise<void> => {
    const chosen = input.files?.[0];
    if (chosen === undefined) return;
    const verdict = verifyFile(new Uint8Array(await chosen.arrayBuffer()), keys.value.trim() === '' ? undefined : keys.value);
    answer.className = verdict.holds ? 'hel' : 'brutt';
    const lines = tellVerdict(verdict).map((line) => Object.assign(page.createElement('li'), { textContent: line }));
    answer.replaceChildren(...lines);
  };
  for (const field of [input, keys]) field.addEventListener('change', () => void verify());
}

const world = globalThis as unknown as { readonly document?: Page; readonly process?: Node };
if (world.document !== undefined) runInPage(world.document);
else if (world.process !== undefined) runInNode(world.process);
