/** One thing that was looked at. */
export interface Look {
  readonly holds: boolean;
  /** What it is, in bokmål; where it does not hold, what is wrong and where. */
  readonly text: string;
}

export const good = (text: string): Look => ({ holds: true, text });
export const bad = (text: string): Look => ({ holds: false, text });
