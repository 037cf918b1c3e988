// preloaded: samples memory
const t0 = performance.now(); let peak = 0; const rows: string[] = [];
let lastPhase = '';
const timer = setInterval(() => { const m = process.memoryUsage(); const rss = m.rss / 1048576; if (rss > peak) peak = rss; rows.push(`${((performance.now() - t0) / 1000).toFixed(1)}s rss ${rss.toFixed(0)} total ${(m.heapTotal / 1048576).toFixed(0)} used ${(m.heapUsed / 1048576).toFixed(0)} ext ${(m.external / 1048576).toFixed(0)} ab ${(m.arrayBuffers / 1048576).toFixed(0)} ${lastPhase}`); }, 500); timer.unref();
(globalThis as any).phase = (p: string) => { lastPhase = p; };
process.on('exit', () => { console.log(rows.join('\n')); });
