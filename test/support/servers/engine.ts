/** The servers the tests can ask for, and what each one is to them. */
export const engines = ["postgres15", "postgres18", "mysql9", "mariadb1011"] as const;
export type Engine = (typeof engines)[number];

/** Names a server the tests should use instead of starting one. */
export const urlVariables: Readonly<Record<Engine, string>> = {
  postgres15: "COVET_TEST_POSTGRES15_URL",
  postgres18: "COVET_TEST_POSTGRES18_URL",
  mysql9: "COVET_TEST_MYSQL_URL",
  mariadb1011: "COVET_TEST_MARIADB_URL",
};

export type Row = Readonly<Record<string, unknown>>;

/** A connection for the tests' own statements; while it is open, the process stays. */
export interface Admin {
  query(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** A server this process started. */
export interface Launched {
  readonly url: string;
  stop(): Promise<void>;
}
