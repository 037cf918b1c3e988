import { inTemporaryFolder } from '@rollcall/example-support';
import { checkCredentials, firstPlan, introduce } from './connecting.ts';
import { disconnect, whyAndUndo } from './ending.ts';
import { confirm, teams } from './joining.ts';
import { aMonthLater, badDays, massLeave } from './living.ts';
import type { DemoOptions } from './options.ts';
import { screen } from './screen.ts';
import { withStage, type Stage } from './stage.ts';

/** The whole story, on loopback: nothing leaves the machine and nothing stays behind. */
export async function runDemo(options: DemoOptions): Promise<void> {
  await inTemporaryFolder((folder) => withStage(options, folder, play));
  screen.say('');
  screen.good('Done. Everything ran on this machine; nothing is left behind.');
}

async function play(stage: Stage): Promise<void> {
  await introduce(stage);
  const id = await checkCredentials(stage);
  const plan = await firstPlan(stage, id);
  await confirm(stage, id, plan);
  await teams(stage, id);
  await aMonthLater(stage, id);
  await badDays(stage, id);
  const left = await massLeave(stage, id);
  await whyAndUndo(stage, id, left);
  await disconnect(stage, id);
}
