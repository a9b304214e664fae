const TOKEN = /[{}]|"[^"\\]*(?:\\.[^"\\]*)*"(?<colon>\s*:)?/gs;
const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/** How many fields a valid JSON text names, in all its objects: colons that stand in no text. */
export function countNames(json: string): number {
  let names = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (code === BACKSLASH) at += 1;
    else if (code === COLON && !isText) names += 1;
  }
  return names;
}

/**
 * The first name that stands twice in one object of a valid JSON text, or undefined. `JSON.parse` keeps the last without a word, and
 * who sent two birth dates cannot know which one a decision rests on.
 */
export function nameTwice(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const { 0: token, groups } of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (groups?.['colon'] !== undefined) {
      const name = JSON.parse(token.slice(0, -groups['colon'].length)) as string;
      const names = open.at(-1);
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
  }
  return undefined;
}
