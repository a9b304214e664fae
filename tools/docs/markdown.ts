/** A page that is written by the code that it is about. */
export const page = (title: string, intro: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, '<!-- Made by `npm run docs`. Do not edit: a test compares it with the code. -->', intro, ...parts].join('\n\n')}\n`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

export const code = (text: string): string => `\`${text}\``;

export const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

/** `registerAttendance` as in a route: `register-attendance`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
