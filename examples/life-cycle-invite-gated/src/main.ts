import { inTemporaryFolder } from '@rollcall/example-support';
import { configure, connect, identifyOwner } from './connect.ts';
import { holds, leaveAndReturn } from './leavers.ts';
import { invite, mover, outOfScope } from './people.ts';
import { withStage } from './stage.ts';
import { teams } from './teams.ts';
import { credentials, disconnect, pause, whyAndUndo } from './trouble.ts';

// One connection from its first day to its last, with a Personio that runs on this machine. Each step checks what it says.
await inTemporaryFolder((folder) =>
  withStage(folder, async (stage) => {
    const id = await connect(stage);
    await configure(stage, id);
    await identifyOwner(stage, id);
    await invite(stage, id);
    await mover(stage, id);
    await outOfScope(stage, id);
    await teams(stage, id);
    await leaveAndReturn(stage, id);
    await holds(stage, id);
    await credentials(stage, id);
    await pause(stage, id);
    await whyAndUndo(stage, id);
    await disconnect(stage, id);
  }),
);
