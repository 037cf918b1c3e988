export { postgresStore, type PostgresStoreOptions } from './postgres/postgres-store.ts';
export { sqliteStore, type SqliteStoreOptions } from './sqlite/sqlite-store.ts';
