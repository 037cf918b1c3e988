import { inTemporaryFolder } from '@rollcall/example-support';
import { configure, connect } from './connect.ts';
import { delayed, deleted, holds } from './leavers.ts';
import { joiners, mover } from './people.ts';
import { withStage } from './stage.ts';
import { teams } from './teams.ts';
import { badDays, disconnect, pause, timer, whyAndUndo } from './trouble.ts';

// One connection from its first day to its last, with a BambooHR that runs on this machine. Each step checks what it says.
await inTemporaryFolder((folder) =>
  withStage(folder, async (stage) => {
    const id = await connect(stage);
    await configure(stage, id);
    await joiners(stage, id);
    await mover(stage, id);
    await teams(stage, id);
    await delayed(stage, id);
    await deleted(stage, id);
    await holds(stage, id);
    await timer(stage, id);
    await badDays(stage, id);
    await pause(stage, id);
    await whyAndUndo(stage, id);
    await disconnect(stage, id);
  }),
);
