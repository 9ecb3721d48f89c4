// 0 when the service in this container is ready. The image has no curl, and Node is there anyway.
const url = `http://127.0.0.1:${process.env.PORT ?? 8080}/health/ready`;
const { ok } = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => ({ ok: false }));
process.exit(ok ? 0 : 1);
