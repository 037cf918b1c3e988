import { InvalidArgumentError, type Command } from 'commander';

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A whole number from 1, for limits and pauses. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

/** Seconds of a pause: a day at most, for longer ones overflow what a timer can hold. */
export function seconds(text: string): number {
  const value = wholeNumber(text);
  if (value <= 86_400) return value;
  throw new InvalidArgumentError('It must be 86400 (a day) at most.');
}

/** For commands that take credentials. */
export function withCredentials(command: Command): Command {
  return command
    .option('--set <field=value>', 'a field of the connector; secrets are better kept out of the command line', collect)
    .option('--credentials <file>', 'JSON file with fields of the connector, - for stdin');
}

export interface FileOptions {
  readonly people?: string;
  readonly headcount?: number;
}

/** For commands that may read a file instead of a vendor. */
export function withFile(command: Command): Command {
  return command
    .option('--people <file>', 'for connectors that read a file: the file')
    .option('--headcount <number>', 'how many people the file holds: nothing was cut off, if it does', wholeNumber);
}

/** The argument of commands that work on one connection. */
export function withConnection(command: Command): Command {
  return command.argument('[connection]', 'id or the beginning of it, or the connector; needless where there is only one');
}

export interface ConnectionOption {
  readonly connection?: string;
}

/** For commands whose arguments are something else. */
export function withConnectionOption(command: Command): Command {
  return command.option('-c, --connection <connection>', 'id or the beginning of it, or the connector');
}

export interface NamesOption {
  readonly names?: boolean;
}

export function withNames(command: Command): Command {
  return command.option('--names', 'show names of people and values of fields: personal data');
}

/** For commands that set what a connection shall do. */
export function withConfiguration(command: Command): Command {
  return command
    .option(
      '--preset <preset>',
      'inviteGated: people wait until invited; autoProvision: members are made and archived automatically',
    )
    .option('--file <file>', 'JSON file with filter, entities and policy instead of a preset')
    .option('--teams', 'teams follow the managers; existing teams are replaced once the plan is confirmed')
    .option('--yes', 'carry out the plan without asking');
}
