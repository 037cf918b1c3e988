import { faultMatrixOf } from '/work/main/packages/testing/src/sandbox/fault-matrix.ts';
import { benchVendors } from '/work/main/scripts/bench/vendors.ts';
for (const { connector, sandbox } of benchVendors) for (const f of ['missingPermission','serverErrorOnce', 'slow', 'cutPage'] as const) { const t = performance.now(); const c = process.cpuUsage(); const rows = await faultMatrixOf(connector, { sandbox, faults: [f] }); console.log(connector.manifest.slug, f, rows.length, Math.round(performance.now() - t), 'cpu', Math.round(process.cpuUsage(c).user/1000)); }
