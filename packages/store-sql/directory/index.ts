export { sqliteDirectory, type SqliteDirectory, type SqliteDirectoryOptions } from './sqlite-directory.ts';
