/** What a run tells while it works, as data. */

import type { FileStatement, FileStep } from "./file.js";
import type { Direction } from "./history.js";

export type RunnerEvent =
  /** Someone else is at work on this database. */
  | { readonly kind: "waiting"; readonly milliseconds: number }
  | {
      readonly kind: "start";
      readonly migration: string;
      readonly direction: Direction;
      readonly statements: number;
      /** Statements done by an earlier run that did not end well. */
      readonly done: number;
    }
  | {
      readonly kind: "statement";
      readonly migration: string;
      /** From 1. */
      readonly number: number;
      readonly total: number;
      readonly step: FileStep;
      readonly statement: FileStatement;
    }
  /** How far a statement that copies rows has come. */
  | { readonly kind: "rows"; readonly migration: string; readonly done: number; readonly total: number }
  | {
      readonly kind: "statementEnd";
      readonly migration: string;
      readonly number: number;
      readonly milliseconds: number;
    }
  /** What code says of itself while it runs. */
  | { readonly kind: "progress"; readonly migration: string; readonly message: string }
  | {
      readonly kind: "end";
      readonly migration: string;
      readonly direction: Direction;
      readonly milliseconds: number;
      readonly recordedOnly: boolean;
    }
  | { readonly kind: "warning"; readonly message: string };

export type RunnerEvents = (event: RunnerEvent) => void;

export const silent: RunnerEvents = () => undefined;
