/** An element: its name, and text or elements in it; `attributes` in the order that they are written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** Shorthand for an element; what is undefined is left out. */
export const element = (name: string, ...content: readonly (string | XmlElement | undefined)[]): XmlElement => {
  const [first] = content;
  return { name, content: typeof first === 'string' ? first : content.filter((each) => typeof each === 'object') };
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A document of one root element, in pieces that are written one after the other. Throws RangeError for a character that no XML may hold. */
export function* xmlDocument(root: XmlElement): Generator<string> {
  yield DECLARATION;
  yield* written(root, '');
}

function* written({ name, attributes = {}, content }: XmlElement, indent: string): Generator<string> {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const begin = `${indent}<${name}${told.join('')}>`;
  if (typeof content === 'string') yield `${begin}${escaped(content)}</${name}>\n`;
  else {
    yield `${begin}\n`;
    for (const each of content) yield* written(each, `${indent} `);
    yield `${indent}</${name}>\n`;
  }
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** What XML 1.0 allows, without line breaks and tabs, which a reader may change. */
const ALLOWED = /^[\u0020-\uD7FF\uE000-\uFFFD]*$/;

function escaped(text: string): string {
  // The text is somebody's: it is in no message.
  if (!ALLOWED.test(text)) throw new RangeError('A text has a character that XML cannot hold.');
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
}
