import { Double } from './double.ts';

/** The double as a program: `child.ts <file> <port>`. Ends with its parent; takes orders and answers over IPC. */
const [, , file, port] = process.argv;
const double = await Double.start({ ...(file === undefined || file === '' ? {} : { file }), port: Number(port ?? 0) });

export type Order = { readonly set: Readonly<Record<string, number | boolean>> } | { readonly order: 'cut' | 'open-reads' | 'drop-reads' };
export interface Answer {
  readonly port: number;
  readonly openReads: number;
}

const answer = (): void => {
  process.send?.({ port: double.port, openReads: double.openReads } satisfies Answer);
};

process.on('message', (message: Order) => {
  if ('set' in message) Object.assign(double.faults, message.set);
  else if (message.order === 'cut') double.front.cut();
  else if (message.order === 'drop-reads') double.dropReads();
  answer();
});
process.on('disconnect', () => process.exit());
answer();
