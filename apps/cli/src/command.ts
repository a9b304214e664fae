import type { Command } from 'commander';
import type { Io } from './terminal/io.ts';

/** Adds a command to `kvp`. Its action tells `end` the exit status, or throws CliError. */
export type AddCommand = (program: Command, io: Io, end: (status: number) => void) => Command;
