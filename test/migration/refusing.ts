/** Connections on which one statement does not go as it should. */

import { type Connection, EngineError } from "../../src/dialect/connection.js";

type Execute = Connection["execute"];

function withExecute(connection: Connection, execute: Execute, isDead: () => boolean): Connection {
  return new Proxy(connection, {
    get(target, key) {
      const member: unknown = key === "execute" ? execute : Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => (isDead() ? Promise.reject(lost()) : member.apply(target, args));
    },
  });
}

/** The engine refuses one statement, with an error of its own. */
export function refusing(connection: Connection, statement: string): Connection {
  const error = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'injected'";
  return withExecute(
    connection,
    (sql) => connection.execute(sql === statement ? error : sql),
    () => false,
  );
}

/** The connection is lost just before a statement, or before its answer comes; the server rolls back what is open. */
export function losing(connection: Connection, statement: string, moment: "before" | "after"): Connection {
  let isDead = false;
  const execute: Execute = async (sql, onRows) => {
    const isIt = sql === statement;
    if (!isIt || moment === "after") await connection.execute(sql, onRows);
    if (!isIt) return;
    await connection.rollback();
    isDead = true;
    throw lost();
  };
  return withExecute(connection, execute, () => isDead);
}

function lost(): EngineError {
  const options = { code: "PROTOCOL_CONNECTION_LOST", offset: null, detail: null, hint: null, busy: false };
  return new EngineError("injected", { ...options, cause: null });
}
