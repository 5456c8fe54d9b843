/** What `covet` alone prints: the three commands a newcomer needs, then the rest in a line each. */

export const help = `covet – database schemas as files, migrations both ways

  covet init       write covet.config.ts and an example schema
  covet plan       compare the schema files with the database, write the migration
  covet apply      run the pending migrations

Then:
  covet status     what is applied, pending, edited or missing
  covet rollback   undo the newest migration
  covet check      check the schema files, without a database
  covet repair     settle a migration that stopped half-way

Without a config covet reads schemas/, writes migrations/ and works on DATABASE_URL, else on the SQLite file covet.db.
Coming from Django: makemigrations, migrate, showmigrations and sqlmigrate work too.
More: covet COMMAND --help
`;
